package io.fenlu.ledger.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/**
 * A text and a signature below it: the body, an empty line, then a dash, the signer's name, and base64 of four bytes of key hash and the
 * Ed25519 signature.
 *
 * <p>The key hash is the first four bytes of SHA-256( name ‖ newline ‖ 0x01 ‖ the raw public key ).
 */
public record SignedNote(String body, String signer, int keyHash, String signature) {
    private static final String DASH = "— ";
    private static final byte ED25519 = 1;
    private static final int RAW_KEY = 32;

    public static SignedNote sign(String body, String signer, PrivateKey key, PublicKey publicKey) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(body.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(
                    body,
                    signer,
                    keyHash(signer, publicKey),
                    Base64.getEncoder().encodeToString(ed25519.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform cannot sign with Ed25519", e);
        }
    }

    /** Whether the holder of this key, under this name, signed exactly this body. */
    public boolean isSignedBy(PublicKey key) {
        if (keyHash != keyHash(signer, key)) {
            return false;
        }
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(body.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The whole text. */
    public String text() {
        var signed = Base64.getDecoder().decode(signature);
        var line = ByteBuffer.allocate(Integer.BYTES + signed.length)
                .putInt(keyHash)
                .put(signed);
        return body + "\n" + DASH + signer + " " + Base64.getEncoder().encodeToString(line.array()) + "\n";
    }

    /**
     * Reads a whole text with one signature.
     *
     * @throws MalformedNote when it is not one
     */
    public static SignedNote parse(String text) {
        var gap = text.lastIndexOf("\n\n" + DASH);
        if (gap < 0 || !text.endsWith("\n")) {
            throw new MalformedNote("a signed note is a text, an empty line and a signature line");
        }
        var line = text.substring(gap + 2 + DASH.length(), text.length() - 1);
        var space = line.indexOf(' ');
        if (space <= 0 || line.indexOf('\n') >= 0) {
            throw new MalformedNote("a signature line is a name and base64, and there is one of it");
        }
        try {
            var signed = Base64.getDecoder().decode(line.substring(space + 1));
            if (signed.length != Integer.BYTES + 64) {
                throw new MalformedNote("an Ed25519 signature has 64 bytes after 4 of key hash");
            }
            return new SignedNote(
                    text.substring(0, gap + 1),
                    line.substring(0, space),
                    ByteBuffer.wrap(signed).getInt(),
                    Base64.getEncoder().encodeToString(Arrays.copyOfRange(signed, Integer.BYTES, signed.length)));
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("a signature is base64");
        }
    }

    private static int keyHash(String signer, PublicKey key) {
        var sha = Sha256.start();
        sha.update((signer + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(ED25519);
        return ByteBuffer.wrap(sha.digest(raw(key))).getInt();
    }

    /** The 32 bytes of an Ed25519 key, which end its X.509 form. */
    public static byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
    }
}
