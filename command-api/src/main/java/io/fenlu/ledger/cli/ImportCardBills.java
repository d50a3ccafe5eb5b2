package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over a lender's book of revolving accounts; started again after a crash it goes on where it stopped. */
@Command(
        name = "card-bills",
        mixinStandardHelpOptions = true,
        description = {
            "Take over a lender's book of revolving accounts: per row an account, the first bill as a balance taken",
            "over, and per month the payment and the movement that makes the next bill. Started again it brings only",
            "what is missing.",
            "Ends with 0 when every readable row is in, 1 when something failed, 2 when the file cannot be used."
        })
final class ImportCardBills implements Callable<Integer> {
    private final CardBillsImport book;
    private final String lenderOfRecord;

    @Parameters(
            index = "0",
            paramLabel = "FILE.csv",
            converter = ReadableFile.class,
            description = "accounts, one a row; needed columns: LIMIT_BAL, BILL_AMT6 (oldest) to BILL_AMT1,"
                    + " PAY_AMT5 to PAY_AMT1, PAY_5 to PAY_2 and PAY_0")
    private @Nullable Path file;

    @Mixin
    private ImportOptions options = new ImportOptions();

    @Option(
            names = "--currency",
            defaultValue = "TWD",
            description = "of all amounts in the file (default: ${DEFAULT-VALUE})")
    private String currency = "TWD";

    @Option(
            names = "--least-payment",
            paramLabel = "PART",
            defaultValue = "0.02",
            description =
                    "part of a bill that is asked for at least; the file does not say (default: ${DEFAULT-VALUE})")
    private String least = "0.02";

    ImportCardBills(CardBillsImport book, @Value("${ledger.lender:fenlu-lender}") String lenderOfRecord) {
        this.book = book;
        this.lenderOfRecord = lenderOfRecord;
    }

    @Override
    public Integer call() throws IOException {
        var setting = setting();
        return options.bring(file, (path, out) -> book.run(path, setting, out));
    }

    private CardBillsImport.Setting setting() {
        var inFlight = options.inFlight();
        try {
            return new CardBillsImport.Setting(
                    options.lender(lenderOfRecord), Currency.of(currency), Fraction.of(least), inFlight);
        } catch (InvalidValue invalid) {
            throw new BadSetup(invalid.detail());
        } catch (NumberFormatException _) {
            throw new BadSetup("--least-payment is a decimal like 0.02");
        }
    }
}
