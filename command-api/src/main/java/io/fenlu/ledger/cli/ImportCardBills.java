package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--report", paramLabel = "FILE.json", description = "where to write what was done")
    private @Nullable Path report;

    @Option(names = "--lender", paramLabel = "ID", description = "who lends (default: the ledger's lender of record)")
    private @Nullable String lender;

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

    @Option(
            names = "--in-flight",
            paramLabel = "ROWS",
            defaultValue = "128",
            description = "how many rows are on their way at once (default: ${DEFAULT-VALUE})")
    private int inFlight = 128;

    @Spec
    private @Nullable CommandSpec spec;

    ImportCardBills(CardBillsImport book, @Value("${ledger.lender:fenlu-lender}") String lenderOfRecord) {
        this.book = book;
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
            done.write(report);
        }
        done.print(out);
        return done.failed().isEmpty() && done.trialBalance().balanced() ? 0 : 1;
    }

    private CardBillsImport.Setting setting() {
        if (inFlight < 1 || inFlight > 4_096) {
            throw new BadSetup("--in-flight is 1 to 4096");
        }
        try {
            return new CardBillsImport.Setting(
                    new LenderId(lender == null ? lenderOfRecord : lender),
                    Currency.of(currency),
                    Fraction.of(least),
                    inFlight);
        } catch (InvalidValue invalid) {
            throw new BadSetup(invalid.detail());
        } catch (NumberFormatException _) {
            throw new BadSetup("--least-payment is a decimal like 0.02");
        }
    }
}
