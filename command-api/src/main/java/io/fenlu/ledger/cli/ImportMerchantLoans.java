package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.gate.BusinessDay;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over a book of loans to small businesses; started again after a crash it goes on where it stopped. */
@Command(
        name = "merchant-loans",
        mixinStandardHelpOptions = true,
        description = {
            "Take over a book of loans to small businesses: per row a credit line, a drawdown in monthly equal",
            "instalments, and the end that the file tells: paid in full, or charged off on its day with exactly that",
            "principal. Started again it brings only what is missing.",
            "Ends with 0 when every readable row is in, 1 when something failed, 2 when the file cannot be used."
        })
final class ImportMerchantLoans implements Callable<Integer> {
    private final MerchantLoanImport book;
    private final BusinessDay day;
    private final String lenderOfRecord;

    @Parameters(
            index = "0",
            paramLabel = "FILE.csv",
            converter = ReadableFile.class,
            description = "loans, one a row; needed columns: Term, RevLineCr, DisbursementDate, DisbursementGross,"
                    + " MIS_Status, ChgOffDate, ChgOffPrinGr")
    private @Nullable Path file;

    @Option(names = "--report", paramLabel = "FILE.json", description = "where to write what was done")
    private @Nullable Path report;

    @Option(
            names = "--rate",
            paramLabel = "R",
            converter = YearlyRate.class,
            defaultValue = "0.06",
            description =
                    "yearly rate of all rows, a fraction (0.06) or a percentage (6%%) (default: ${DEFAULT-VALUE})")
    private Rate rate = Rate.annual("0.06");

    @Option(names = "--lender", paramLabel = "ID", description = "who lends (default: the ledger's lender of record)")
    private @Nullable String lender;

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

    @Option(
            names = "--in-flight",
            paramLabel = "ROWS",
            defaultValue = "128",
            description = "how many rows are on their way at once (default: ${DEFAULT-VALUE})")
    private int inFlight = 128;

    @Spec
    private @Nullable CommandSpec spec;

    ImportMerchantLoans(
            MerchantLoanImport book, BusinessDay day, @Value("${ledger.lender:fenlu-lender}") String lenderOfRecord) {
        this.book = book;
        this.day = day;
        this.lenderOfRecord = lenderOfRecord;
    }

    @Override
    public Integer call() throws IOException {
        var out = spec == null ? null : spec.commandLine().getOut();
        if (file == null || out == null) {
            throw new BadSetup("which file?");
        }
        var setting = setting();
        if (report != null) {
            ImportReport.makePlace(report);
        }
        var done = book.run(file, setting, out);
        if (report != null) {
            ImportReport.write(report, done.content());
        }
        done.print(out);
        return done.isComplete() ? 0 : 1;
    }

    private MerchantLoanImport.Setting setting() {
        if (inFlight < 1 || inFlight > 4_096) {
            throw new BadSetup("--in-flight is 1 to 4096");
        }
        try {
            return new MerchantLoanImport.Setting(
                    rate,
                    new LenderId(lender == null ? lenderOfRecord : lender),
                    Currency.of(currency),
                    zone == null ? day.today() : day.today(zone),
                    inFlight);
        } catch (InvalidValue invalid) {
            throw new BadSetup(invalid.detail());
        }
    }
}
