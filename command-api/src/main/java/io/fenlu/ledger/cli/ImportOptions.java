package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.kernel.LenderId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be said of every import, whatever the book, and how every import begins and ends. */
final class ImportOptions {
    private static final int MOST_IN_FLIGHT = 4_096;

    @Option(names = "--report", paramLabel = "FILE.json", description = "where to write what was done")
    private @Nullable Path report;

    @Option(names = "--lender", paramLabel = "ID", description = "who lends (default: the ledger's lender of record)")
    private @Nullable String lender;

    @Option(
            names = "--in-flight",
            paramLabel = "ROWS",
            defaultValue = "128",
            description = "how many rows are on their way at once (default: ${DEFAULT-VALUE})")
    private int inFlight = 128;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** What a run has done, to be written down and told. */
    interface Done {
        void write(Path file) throws IOException;

        void print(PrintWriter out);

        /** Whether everything that could be read is in, and the books are balanced. */
        boolean isComplete();
    }

    /** A run through a file, whose progress is told as it goes. */
    interface Run {
        Done through(Path file, PrintWriter out) throws IOException;
    }

    /** Brings a book in, writes the report that was wanted, and tells what was done; 0 when all is in, else 1. */
    int bring(@Nullable Path file, Run run) throws IOException {
        if (file == null || command == null) {
            throw new BadSetup("which file?");
        }
        var out = command.commandLine().getOut();
        if (report != null) {
            ImportReport.makePlace(report);
        }
        var done = run.through(file, out);
        if (report != null) {
            done.write(report);
        }
        done.print(out);
        return done.isComplete() ? 0 : 1;
    }

    /** Who lends: who was named, else the ledger's lender of record. */
    LenderId lender(String ofRecord) {
        return new LenderId(lender == null ? ofRecord : lender);
    }

    /** How many rows are on their way at once. */
    int inFlight() {
        if (inFlight < 1 || inFlight > MOST_IN_FLIGHT) {
            throw new BadSetup("--in-flight is 1 to " + MOST_IN_FLIGHT);
        }
        return inFlight;
    }
}
