package io.fenlu.ledger.proofs;

import io.fenlu.ledger.eventstore.HashedLine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.StoredEvent;
import io.fenlu.ledger.integrity.ChainedEvent;
import io.fenlu.ledger.json.LedgerJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Reads a journal from its first line to its last, and looks whether each line is in its place in the chain. */
final class JournalAudit {
    private static final int LINES_PER_READ = 2_000;
    private static final JsonMapper JSON = LedgerJson.mapper();

    private JournalAudit() {}

    /**
     * How far the chain is sound.
     *
     * @param lines how many there are
     * @param wrong the first position that is missing or does not match its hash; 0 when there is none
     */
    record Chain(long lines, long wrong) {
        boolean isSound() {
            return wrong == 0;
        }
    }

    static Chain audit(LedgerReader journal, Consumer<StoredEvent> each) {
        var hash = ChainedEvent.genesis();
        var position = 0L;
        var wrong = 0L;
        for (var lines = journal.hashedAfter(0, LINES_PER_READ);
                !lines.isEmpty();
                lines = journal.hashedAfter(lines.getLast().event().position(), LINES_PER_READ)) {
            for (HashedLine line : lines) {
                position++;
                var fits = line.event().position() == position
                        && MessageDigest.isEqual(line.event().chained().hash(hash), line.hash());
                if (!fits && wrong == 0) {
                    wrong = position;
                }
                hash = line.hash();
                each.accept(line.event());
            }
        }
        return new Chain(position, wrong);
    }

    /** The repayment that a line is about, when it is one; names turns the request's id into the key under which it was sent. */
    static void repayments(StoredEvent line, UnaryOperator<String> names, Consumer<Kept> repayments) {
        if (line.name().equals("loan.repayment-received")) {
            repayments.accept(new Kept(names.apply(request(line)), line.position(), fingerprint(line.payload())));
        }
    }

    /** The id of the request that a line came of. */
    static String request(StoredEvent line) {
        return JSON.readTree(line.metadata()).path("request_id").asString("");
    }

    static String fingerprint(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
