package io.fenlu.ledger.integrity;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A text and a signature below it: the body, an empty line, then a dash, the signer's name, and base64 of four bytes of key hash and the
 * Ed25519 signature.
 *
 * <p>The key hash is the one of the {@link VerifierKey}.
 */
public record SignedNote(String body, String signer, int keyHash, String signature) {
    private static final String DASH = "— ";

    public static SignedNote sign(String body, String signer, SigningKey key) {
        return new SignedNote(body, signer, VerifierKey.hash(signer, Ed25519.raw(key.open())), key.sign(body));
    }

    /** Whether the holder of this key, under this name, signed exactly this body. */
    public boolean isSignedBy(PublicKey key) {
        return isSignedBy(new VerifierKey(signer, Base64.getEncoder().encodeToString(Ed25519.raw(key))));
    }

    /** Whether the holder of this key, under this name, signed exactly this body. */
    public boolean isSignedBy(VerifierKey key) {
        return claims(key) && key.signed(body, signature);
    }

    /** Whether it says that it was signed with this key; a look at the signature tells whether that is true. */
    public boolean claims(VerifierKey key) {
        return signer.equals(key.origin())
                && keyHash == VerifierKey.hash(signer, Base64.getDecoder().decode(key.publicKey()));
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
            if (signed.length != Integer.BYTES + Ed25519.SIGNATURE) {
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
}
