package io.fenlu.ledger.notary;

import io.fenlu.ledger.integrity.SigningKey;
import io.fenlu.ledger.integrity.UnusableKey;
import io.fenlu.ledger.integrity.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the secret half of the signing key is kept, and the next one while a key is being replaced.
 *
 * <p>A key is replaced in three steps: the next key is written beside the old one, the journal says so, the next key takes the old one's
 * place. Whatever step the power fails in, the journal tells which of the two files is the key.
 */
public final class KeyFiles {
    private final Path key;
    private final Path next;

    public KeyFiles(Path key) {
        this.key = key;
        next = key.resolveSibling(key.getFileName() + ".next");
    }

    /** The file beside the key in which all checkpoints stand once more. */
    public CheckpointFile checkpoints() {
        return new CheckpointFile(key.resolveSibling("checkpoints.txt"));
    }

    /**
     * The key of a log that has none yet: the one in the file, made if there is none.
     *
     * @throws UnusableKey when the file cannot be used
     */
    SigningKey first() {
        return Files.exists(key) ? SigningKey.read(key) : SigningKey.make(key);
    }

    /**
     * The secret half of the key that a log names; a replacement that was cut short is brought to its end.
     *
     * @throws UnusableKey when it is not here
     */
    SigningKey of(VerifierKey named) {
        if (Files.exists(next) && SigningKey.read(next).is(named.publicKey())) {
            promote();
        }
        if (!Files.exists(key)) {
            throw new UnusableKey("the signing key " + key + " is not there, and this ledger signs with the key "
                    + named.hash() + "; bring it back, or name its place with --ledger.signing-key=FILE");
        }
        var kept = SigningKey.read(key);
        if (!kept.is(named.publicKey())) {
            throw new UnusableKey("the signing key " + key + " is "
                    + new VerifierKey(named.origin(), kept.publicKey()).hash() + ", and this ledger signs with the key "
                    + named.hash());
        }
        return kept;
    }

    /** The open halves that may be in force as far as these files know; none when there is no key here. */
    public Optional<String> open(VerifierKey named) {
        if (Files.exists(next)) {
            var coming = SigningKey.read(next);
            if (coming.is(named.publicKey())) {
                return Optional.of(coming.publicKey());
            }
        }
        return Files.exists(key) ? Optional.of(SigningKey.read(key).publicKey()) : Optional.empty();
    }

    /** Makes the key that is to come next. */
    SigningKey makeNext() {
        return SigningKey.make(next);
    }

    /** Puts the next key in the place of the old one, which is not needed any more once its successor signs. */
    void promote() {
        try {
            Files.move(next, key, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UnusableKey("the signing key " + next + " cannot be moved to " + key + ": " + failure);
        }
    }
}
