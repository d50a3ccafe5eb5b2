package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.boot.KeptJournal;
import io.fenlu.ledger.boot.OnJournalAlone;
import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.integrity.MalformedNote;
import io.fenlu.ledger.integrity.UnusableKey;
import io.fenlu.ledger.integrity.VerifierKey;
import io.fenlu.ledger.notary.Audit;
import io.fenlu.ledger.notary.ForeignKey;
import io.fenlu.ledger.notary.KeptCheckpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenlu verify}: is the journal what was written and signed? */
@Component
@Command(
        name = "verify",
        description = {
            "Recompute the whole journal: hashes, positions, sequences, ids, the tree, every signature.",
            "The ledger must be stopped; a damaged one is read as well.",
            "Ends with 0 when all is right, 1 at the first wrong position, 2 when asked with a foreign or malformed",
            "checkpoint or key."
        })
public final class VerifyJournal implements OnJournalAlone {
    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            converter = ReadableFile.class,
            description = "a signed checkpoint that you have kept; the journal must continue it")
    private @Nullable Path checkpoint;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "a key of this log that you hold, written name+hash+base64 (default: the one in the data"
                    + " directory)")
    private @Nullable String key;

    @Override
    public int run(KeptJournal journal, PrintWriter out) {
        try {
            var given = Optional.ofNullable(checkpoint).map(VerifyJournal::read);
            var held = Optional.ofNullable(key).map(VerifierKey::parse);
            return journal.read(database -> audit(database, journal, given, held, out));
        } catch (JournalDamaged damaged) {
            out.println(damaged.getMessage());
            out.flush();
            return 1;
        } catch (MalformedNote malformed) {
            throw new BadSetup((checkpoint == null ? "the key" : "the checkpoint or the key") + " is malformed: "
                    + malformed.getMessage());
        } catch (ForeignKey foreign) {
            throw new BadSetup(String.valueOf(foreign.getMessage()));
        } catch (RuntimeException other) {
            throw other;
        } catch (Exception failure) {
            throw new BadSetup("the journal cannot be read: " + failure, failure);
        }
    }

    private static int audit(
            DataSource database,
            KeptJournal journal,
            Optional<KeptCheckpoint> given,
            Optional<VerifierKey> held,
            PrintWriter out) {
        var steps = Steps.of(database, "verified", out);
        var whole = new Audit(database, steps::reached)
                .run(journal.keys().checkpoints().all(), given);
        steps.end(whole.lines());
        held.ifPresent(each -> Audit.requireSignedUnder(each, whole));
        var anchor = held.isPresent() ? "the key you hold" : holdAgainstFile(journal, whole);
        out.printf(
                "whole: %,d lines, %,d checkpoints, signed up to %,d%s; held against %s%n",
                whole.lines(),
                whole.checkpoints(),
                whole.signed(),
                whole.keys().current().map(each -> " by " + each.line()).orElse(""),
                anchor);
        if (whole.signed() < whole.lines()) {
            out.printf("%,d lines follow that nobody has signed yet%n", whole.lines() - whole.signed());
        }
        out.flush();
        return 0;
    }

    private static String holdAgainstFile(KeptJournal journal, Audit.Whole whole) {
        var signer = whole.keys().at(whole.signed());
        if (signer.isEmpty()) {
            return "no key: nothing was signed yet";
        }
        try {
            var open = journal.keys().open(signer.get());
            if (open.isPresent() && !open.get().equals(signer.get().publicKey())) {
                throw new JournalDamaged(
                        whole.signed(), "the checkpoint there is not signed with the key in the data directory");
            }
            return open.isPresent() ? "the key in the data directory" : "the journal's own word: no key is here";
        } catch (UnusableKey unusable) {
            return "the journal's own word: " + unusable.getMessage();
        }
    }

    private static KeptCheckpoint read(Path file) {
        try {
            var note = KeptCheckpoint.of(Files.readString(file));
            note.says();
            return note;
        } catch (IOException failure) {
            throw new MalformedNote(file + " is no text in UTF-8");
        }
    }
}
