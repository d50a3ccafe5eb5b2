package io.fenlu.ledger.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What somebody needs to hold in order to check a log's signatures: the log's name and the open half of its key.
 *
 * <p>Written in one line, {@code name+hash+key}: the hash is the first four bytes of SHA-256( name ‖ newline ‖ 0x01 ‖ key ) in
 * hexadecimal, the key is base64 of 0x01 and its 32 bytes.
 *
 * @param origin the name of the log
 * @param publicKey base64 of 32 bytes
 */
public record VerifierKey(String origin, String publicKey) {
    private static final byte ED25519 = 1;
    private static final Pattern ORIGIN = Pattern.compile("[\\p{Graph}&&[^+]]{1,200}");
    private static final Pattern LINE = Pattern.compile("(?<origin>[^+\\s]+)\\+(?<hash>[0-9a-f]{8})\\+(?<key>\\S+)");

    /** Whether a log can have this name: visible characters of ASCII without a plus sign. */
    public static boolean isOrigin(String name) {
        return ORIGIN.matcher(name).matches();
    }

    /**
     * Reads the one line.
     *
     * @throws MalformedNote when it is not one
     */
    public static VerifierKey parse(String line) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new MalformedNote("a key is written as name+hash+base64");
        }
        try {
            var key = Base64.getDecoder().decode(parts.group("key"));
            if (key.length != 1 + Sha256.LENGTH || key[0] != ED25519) {
                throw new MalformedNote("a key is base64 of 33 bytes, the first of which is 1");
            }
            var raw = Base64.getEncoder().encodeToString(Arrays.copyOfRange(key, 1, key.length));
            var read = new VerifierKey(parts.group("origin"), raw);
            if (!read.hash().equals(parts.group("hash"))) {
                throw new MalformedNote("the hash in the middle of the key does not belong to it");
            }
            return read;
        } catch (IllegalArgumentException _) {
            throw new MalformedNote("the last part of a key is base64");
        }
    }

    /** The one line. */
    public String line() {
        var key = ByteBuffer.allocate(1 + Sha256.LENGTH).put(ED25519).put(raw());
        return origin + "+" + hash() + "+" + Base64.getEncoder().encodeToString(key.array());
    }

    /** The key's short name: eight hexadecimal digits. */
    public String hash() {
        return HexFormat.of().toHexDigits(hash(origin, raw()));
    }

    /** Whether this key signed exactly this text. */
    public boolean signed(String text, String signature) {
        try {
            return Ed25519.isSigned(text, Base64.getDecoder().decode(signature), Ed25519.key(raw()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** What a key signs when it hands over to the next one. */
    public static String handover(String origin, String oldPublicKey, String newPublicKey) {
        return "the signing key of " + origin + " is replaced\n" + oldPublicKey + "\n" + newPublicKey + "\n";
    }

    static int hash(String name, byte[] raw) {
        var sha = Sha256.start();
        sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(ED25519);
        return ByteBuffer.wrap(sha.digest(raw)).getInt();
    }

    private byte[] raw() {
        return Base64.getDecoder().decode(publicKey);
    }
}
