package io.fenlu.ledger.signingkey;

import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.StoredAs;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What may happen to the key with which the ledger signs its checkpoints.
 *
 * <p>These facts move no money. They let anybody who holds one key of a ledger follow it to every later one. Keys are base64 of 32 bytes
 * (Ed25519); key hashes are eight hexadecimal digits.
 */
public sealed interface SigningKeyEvent extends Fact {
    /** A ledger has one succession of keys, so it always has the same subject. */
    UUID SUBJECT = new UUID(0x8000L, 0x8000_0000_0000_0001L);

    @Override
    default UUID subject() {
        return SUBJECT;
    }

    /** The ledger took its name and its first key; everything it signs stands under both (启用签名密钥). */
    @StoredAs(name = "integrity.signing-key-introduced", revision = 1)
    record SigningKeyIntroduced(String origin, String publicKey, String keyHash, LocalDate introducedOn)
            implements SigningKeyEvent {
        @Override
        public LocalDate businessDate() {
            return introducedOn;
        }
    }

    /**
     * A new key took the place of the old one, which signed it: the signature is the old key's over the name of the ledger, the old
     * and the new public key (轮换签名密钥).
     */
    @StoredAs(name = "integrity.signing-key-rotated", revision = 1)
    record SigningKeyRotated(
            String oldPublicKey,
            String oldKeyHash,
            String newPublicKey,
            String newKeyHash,
            String signature,
            LocalDate rotatedOn)
            implements SigningKeyEvent {
        @Override
        public LocalDate businessDate() {
            return rotatedOn;
        }
    }
}
