package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.gate.BusinessDay;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over a lender's book of cash loans; started again after a crash it goes on where it stopped. */
@Command(
        name = "cash-loans",
        mixinStandardHelpOptions = true,
        description = {
            "Take over a lender's book of cash loans: per row a credit line, a drawdown, and the repayments",
            "that explain what was paid. Started again it brings only what is missing.",
            "Ends with 0 when every readable row is in, 1 when something failed, 2 when the file cannot be used."
        })
final class ImportCashLoans implements Callable<Integer> {
    private final CashLoanImport book;
    private final BusinessDay day;
    private final String lenderOfRecord;

    @Parameters(
            index = "0",
            paramLabel = "FILE.csv",
            converter = ReadableFile.class,
            description = "loans, one a row; needed columns: loan_amount, term, interest_rate, installment,"
                    + " issue_month, loan_status, paid_principal")
    private @Nullable Path file;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(
            names = "--currency",
            defaultValue = "USD",
            description = "of all amounts in the file (default: ${DEFAULT-VALUE})")
    private String currency = "USD";

    @Option(
            names = "--zone",
            converter = KnownZone.class,
            description = "where it is decided which day today is (default: the ledger's zone)")
    private @Nullable ZoneId zone;

    ImportCashLoans(
            CashLoanImport book, BusinessDay day, @Value("${ledger.lender:fenlu-lender}") String lenderOfRecord) {
        this.book = book;
        this.day = day;
        this.lenderOfRecord = lenderOfRecord;
    }

    @Override
    public Integer call() throws IOException {
        var setting = setting();
        return options.bring(file, (path, out) -> book.run(path, setting, out));
    }

    private CashLoanImport.Setting setting() {
        var inFlight = options.inFlight();
        try {
            return new CashLoanImport.Setting(
                    options.lender(lenderOfRecord),
                    Currency.of(currency),
                    zone == null ? day.today() : day.today(zone),
                    inFlight);
        } catch (InvalidValue invalid) {
            throw new BadSetup(invalid.detail());
        }
    }
}
