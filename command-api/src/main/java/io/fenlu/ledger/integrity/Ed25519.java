package io.fenlu.ledger.integrity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The one kind of signature that the ledger knows. */
final class Ed25519 {
    /** Bytes of a signature. */
    static final int SIGNATURE = 64;

    private static final String NAME = "Ed25519";
    private static final int RAW_KEY = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] sign(String text, PrivateKey key) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform cannot sign with Ed25519", e);
        }
    }

    static boolean isSigned(String text, byte[] signed, PublicKey key) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** The 32 bytes of a key, which end its X.509 form. */
    static byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
    }

    /**
     * The key with these 32 bytes.
     *
     * @throws IllegalArgumentException when they are none
     */
    static PublicKey key(byte[] raw) {
        if (raw.length != RAW_KEY) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + raw.length);
        }
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW_KEY);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, RAW_KEY);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }
}
