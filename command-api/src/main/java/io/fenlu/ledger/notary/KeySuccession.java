package io.fenlu.ledger.notary;

import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.integrity.VerifierKey;
import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.signingkey.SigningKeyEvent;
import io.fenlu.ledger.signingkey.SigningKeyEvent.SigningKeyIntroduced;
import io.fenlu.ledger.signingkey.SigningKeyEvent.SigningKeyRotated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The keys of a log, one after the other, each from the line that says so: the first is introduced, each other signed by the one before. */
public final class KeySuccession {
    /** No key yet. */
    public static final KeySuccession EMPTY = new KeySuccession(List.of());

    private static final JsonMapper STORED = LedgerJson.mapper();
    private static final String INTRODUCED = name(SigningKeyIntroduced.class);
    private static final String ROTATED = name(SigningKeyRotated.class);

    private final List<Reign> reigns;

    private KeySuccession(List<Reign> reigns) {
        this.reigns = List.copyOf(reigns);
    }

    /** A key and the line from which on it signs. */
    public record Reign(long from, VerifierKey key) {}

    /**
     * The keys that a journal names.
     *
     * @throws JournalDamaged when one of its lines about keys cannot be right
     */
    public static KeySuccession in(LedgerReader journal) {
        return journal.ofAggregate(SigningKeyEvent.SUBJECT.toString(), 0, Integer.MAX_VALUE).stream()
                .reduce(
                        EMPTY,
                        (keys, line) -> keys.and(line.position(), line.name(), line.payload()),
                        (_, last) -> last);
    }

    /**
     * This succession after one more line of the journal; lines that are not about keys change nothing.
     *
     * @throws JournalDamaged when it is about keys and cannot be right
     */
    public KeySuccession and(long position, String name, String payload) {
        try {
            if (name.equals(INTRODUCED)) {
                return introduced(position, STORED.readValue(payload, SigningKeyIntroduced.class));
            }
            return name.equals(ROTATED) ? rotated(position, STORED.readValue(payload, SigningKeyRotated.class)) : this;
        } catch (JacksonException _) {
            throw new JournalDamaged(position, "what it says about the signing key cannot be read");
        }
    }

    private KeySuccession introduced(long position, SigningKeyIntroduced fact) {
        var key = new VerifierKey(fact.origin(), fact.publicKey());
        require(position, reigns.isEmpty(), "a first signing key is introduced a second time");
        require(position, isWhole(key, fact.keyHash()), "the signing key it introduces is malformed");
        return new KeySuccession(List.of(new Reign(position, key)));
    }

    private KeySuccession rotated(long position, SigningKeyRotated fact) {
        require(position, !reigns.isEmpty(), "a signing key is replaced before there was one");
        var old = current().orElseThrow();
        var next = new VerifierKey(old.origin(), fact.newPublicKey());
        require(
                position,
                old.publicKey().equals(fact.oldPublicKey()) && old.hash().equals(fact.oldKeyHash()),
                "it replaces another signing key than the one in force");
        require(position, isWhole(next, fact.newKeyHash()), "the new signing key is malformed");
        require(
                position,
                old.signed(
                        VerifierKey.handover(old.origin(), fact.oldPublicKey(), fact.newPublicKey()), fact.signature()),
                "the new signing key is not signed by the old one");
        var all = new ArrayList<>(reigns);
        all.add(new Reign(position, next));
        return new KeySuccession(all);
    }

    /** The key with which this log signs now. */
    public Optional<VerifierKey> current() {
        return reigns.isEmpty()
                ? Optional.empty()
                : Optional.of(reigns.getLast().key());
    }

    /** The key that signs logs of this size. */
    public Optional<VerifierKey> at(long size) {
        return reigns.stream()
                .filter(reign -> reign.from() <= size)
                .reduce((_, later) -> later)
                .map(Reign::key);
    }

    /** Whether this key is, or was, one of this log's when it had so many lines. */
    public boolean knows(VerifierKey key, long size) {
        return reigns.stream()
                .anyMatch(reign -> reign.from() <= size && reign.key().equals(key));
    }

    /** All keys, first to last. */
    public List<Reign> reigns() {
        return reigns;
    }

    private static boolean isWhole(VerifierKey key, String hash) {
        try {
            return VerifierKey.isOrigin(key.origin())
                    && VerifierKey.parse(key.line()).equals(key)
                    && key.hash().equals(hash);
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static void require(long position, boolean right, String what) {
        if (!right) {
            throw new JournalDamaged(position, what);
        }
    }

    private static String name(Class<?> fact) {
        return Objects.requireNonNull(fact.getAnnotation(StoredAs.class)).name();
    }
}
