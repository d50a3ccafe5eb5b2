package io.fenlu.ledger.walks;

import io.fenlu.ledger.eventstore.HashedLine;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.integrity.ChainedEvent;
import io.fenlu.ledger.integrity.Checkpoint;
import io.fenlu.ledger.integrity.Frontier;
import io.fenlu.ledger.integrity.MerkleTree;
import io.fenlu.ledger.integrity.SignedNote;
import io.fenlu.ledger.integrity.SigningKey;
import io.fenlu.ledger.integrity.VerifierKey;
import io.fenlu.ledger.notary.ExportLine;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** An export as a forger would make it: any lines, hashed from the first to the last, signed with any key. */
final class SignedLog {
    private SignedLog() {}

    /** The same events, at consecutive positions, in a new chain. */
    static String chained(List<StoredEvent> events) {
        var previous = ChainedEvent.genesis();
        var export = new StringBuilder();
        for (var event : events) {
            previous = event.chained().hash(previous);
            export.append(ExportLine.of(new HashedLine(event, previous))).append('\n');
        }
        return export.toString();
    }

    static String checkpoint(List<StoredEvent> events, String origin, SigningKey key) {
        var previous = ChainedEvent.genesis();
        var tree = Frontier.ofNothing();
        for (var event : events) {
            previous = event.chained().hash(previous);
            tree.add(MerkleTree.leaf(previous), (_, _, _) -> {});
        }
        var body = new Checkpoint(origin, events.size(), tree.root()).body();
        return SignedNote.sign(body, origin, key).text();
    }

    static StoredEvent introduced(String origin, SigningKey key) {
        var open = new VerifierKey(origin, key.publicKey());
        return event(
                1,
                "integrity.signing-key-introduced",
                "{\"origin\":\"%s\",\"public_key\":\"%s\",\"key_hash\":\"%s\",\"introduced_on\":\"2026-01-05\"}"
                        .formatted(origin, open.publicKey(), open.hash()));
    }

    static StoredEvent event(long position, String name, String payload) {
        return new StoredEvent(
                position,
                "event-" + position,
                name,
                1,
                "Sample",
                "sample-" + position,
                0,
                Instant.EPOCH.plusSeconds(position),
                "{}",
                payload);
    }

    static String without(String export, int line) {
        var lines = export.lines().collect(Collectors.toList());
        lines.remove(line);
        return String.join("\n", lines) + "\n";
    }
}
