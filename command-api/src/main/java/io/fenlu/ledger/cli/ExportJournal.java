package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.boot.KeptJournal;
import io.fenlu.ledger.boot.OnJournalAlone;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.notary.JournalExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenlu export}: the journal as a file for those who check it elsewhere. */
@Component
@Command(
        name = "export",
        description = {
            "Write the journal as NDJSON, one line an event, as docs/verifier/Verify.java reads it.",
            "Started again it goes on after the last whole line. The ledger must be stopped."
        })
public final class ExportJournal implements OnJournalAlone {
    @Parameters(index = "0", paramLabel = "FILE.ndjson", description = "where to write; continued if it is there")
    private Path file = Path.of("");

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "where to write the newest signed checkpoint; the export then ends where it does")
    private @Nullable Path checkpoint;

    @Override
    public int run(KeptJournal journal, PrintWriter out) {
        try {
            return journal.read(database -> {
                var steps = Steps.of(database, "exported", out);
                var export = new JournalExport(database, file, steps::reached);
                var lines = checkpoint == null ? export.all() : export.signed(checkpoint);
                steps.end(lines);
                return 0;
            });
        } catch (JournalDamaged damaged) {
            out.println(damaged.getMessage());
            out.flush();
            return 1;
        } catch (IOException failure) {
            throw new BadSetup(String.valueOf(failure.getMessage()), failure);
        } catch (RuntimeException other) {
            throw other;
        } catch (Exception failure) {
            throw new BadSetup("the journal cannot be read: " + failure, failure);
        }
    }
}
