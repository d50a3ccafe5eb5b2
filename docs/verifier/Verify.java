import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Checks an export of a ledger against a signed checkpoint, with nothing but a JDK: no code of the ledger, no library, no network.
 *
 * <pre>java Verify.java export.ndjson checkpoint.txt [public-key.txt]</pre>
 *
 * <p>The export has one event per line as a JSON object: position, sequence, recorded_at_micros, event_id, name, revision,
 * aggregate_type, aggregate_id, metadata and payload (both JSON texts in a string, exactly as stored), hash (hex). The public key is base64
 * of its X.509 form; hold it from the day you were given it, not from the one whose books you check. Exit 0: the export is the log
 * that was signed. Exit 1: it is not, and the first wrong position is named. Exit 2: the files cannot be read.
 */
public final class Verify {
    private static final int HASH = 32;

    public static void main(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: java Verify.java export.ndjson checkpoint.txt [public-key.txt]");
            System.exit(2);
        }
        try {
            var key = arguments.length == 3 ? publicKey(Files.readString(Path.of(arguments[2])).strip()) : null;
            var checkpoint = Files.readString(Path.of(arguments[1]));
            try (var export = Files.newBufferedReader(Path.of(arguments[0]))) {
                System.out.println(verify(export, checkpoint, key));
            }
        } catch (Wrong wrong) {
            System.out.println("WRONG: " + wrong.getMessage());
            System.exit(1);
        } catch (IOException | GeneralSecurityException e) {
            System.err.println("cannot read: " + e.getMessage());
            System.exit(2);
        }
    }

    /** What is wrong, in one line. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String why) {
            super(why);
        }
    }

    static String verify(BufferedReader export, String note, PublicKey key) throws IOException, GeneralSecurityException {
        var gap = note.lastIndexOf("\n\n— ");
        if (gap < 0) {
            throw new Wrong("the checkpoint is not a signed note");
        }
        var body = note.substring(0, gap + 1);
        var lines = body.split("\n");
        if (lines.length < 3 || !lines[1].matches("[0-9]{1,18}")) {
            throw new Wrong("the checkpoint has no name, size and root");
        }
        var size = Long.parseLong(lines[1]);
        var signed = key == null ? "signature not checked (no key given)" : signature(body, note.substring(gap + 2), key);

        var previous = new byte[HASH];
        var tree = new Peaks();
        var sequences = new HashMap<String, Long>();
        var ids = new java.util.HashSet<String>();
        long first = -1;
        long count = 0;
        for (var line = export.readLine(); line != null && count < size; line = export.readLine()) {
            var event = parse(line, count);
            var position = number(event, "position");
            if (first < 0) {
                first = position;
                if (first != 0 && first != 1) {
                    throw new Wrong("the export begins at position " + position + ", not at the beginning of the log");
                }
            }
            if (position != first + count) {
                throw new Wrong("position " + (first + count) + " is missing: position " + position + " stands in its place");
            }
            var hash = hash(event, previous);
            if (!HexFormat.of().formatHex(hash).equals(text(event, "hash"))) {
                throw new Wrong("position " + position + ": its content does not give its hash");
            }
            var expected = sequences.merge(text(event, "aggregate_id"), 0L, (old, zero) -> old + 1);
            if (number(event, "sequence") != expected) {
                throw new Wrong("position " + position + ": sequence " + number(event, "sequence") + " where " + expected + " follows");
            }
            if (!ids.add(text(event, "event_id"))) {
                throw new Wrong("position " + position + ": its event id was used before");
            }
            tree.add(hash);
            previous = hash;
            count++;
        }
        if (count < size) {
            throw new Wrong("the checkpoint speaks of " + size + " events, the export ends after " + count);
        }
        if (!Base64.getEncoder().encodeToString(tree.root()).equals(lines[2])) {
            throw new Wrong("all hashes follow from each other, but their tree does not have the root that was signed");
        }
        return "OK: " + size + " events of " + lines[0] + " are the ones that were signed; " + signed;
    }

    private static String signature(String body, String line, PublicKey key) throws GeneralSecurityException {
        var parts = line.strip().split(" ");
        if (parts.length != 3) {
            throw new Wrong("the signature line is malformed");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw new Wrong("the signature is not base64");
        }
        if (bytes.length != 68) {
            throw new Wrong("the signature has " + bytes.length + " bytes, not 68");
        }
        var encoded = key.getEncoded();
        var sha = sha();
        sha.update((parts[1] + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 1);
        var keyHash = sha.digest(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        if (!Arrays.equals(Arrays.copyOf(keyHash, 4), Arrays.copyOf(bytes, 4))) {
            throw new Wrong("the checkpoint was signed with another key");
        }
        var ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(body.getBytes(StandardCharsets.UTF_8));
        if (!ed25519.verify(Arrays.copyOfRange(bytes, 4, 68))) {
            throw new Wrong("the signature does not belong to this checkpoint");
        }
        return "signed by " + parts[1];
    }

    private static PublicKey publicKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static byte[] hash(Map<String, String> event, byte[] previous) {
        var sha = sha();
        sha.update(previous);
        sha.update(ByteBuffer.allocate(24)
                .putLong(number(event, "position"))
                .putLong(number(event, "sequence"))
                .putLong(number(event, "recorded_at_micros"))
                .array());
        for (var field : new String[] {"event_id", "name", "revision", "aggregate_type", "aggregate_id", "metadata", "payload"}) {
            var bytes = text(event, field).getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return sha.digest();
    }

    /** The roots of the complete subtrees so far, largest first: all that is needed to go on. */
    static final class Peaks {
        private record Peak(int level, byte[] hash) {}

        private final ArrayDeque<Peak> peaks = new ArrayDeque<>();

        void add(byte[] data) {
            var sha = sha();
            sha.update((byte) 0);
            var peak = new Peak(0, sha.digest(data));
            while (!peaks.isEmpty() && peaks.peekLast().level == peak.level) {
                peak = new Peak(peak.level + 1, inner(peaks.pollLast().hash, peak.hash));
            }
            peaks.addLast(peak);
        }

        byte[] root() {
            if (peaks.isEmpty()) {
                return sha().digest();
            }
            var from = peaks.descendingIterator();
            var root = from.next().hash;
            while (from.hasNext()) {
                root = inner(from.next().hash, root);
            }
            return root;
        }

        private static byte[] inner(byte[] left, byte[] right) {
            var sha = sha();
            sha.update((byte) 1);
            sha.update(left);
            return sha.digest(right);
        }
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, String> event, String field) {
        var text = event.get(field);
        if (text == null) {
            throw new Wrong("position " + event.get("position") + ": it has no " + field);
        }
        return text;
    }

    private static long number(Map<String, String> event, String field) {
        try {
            return Long.parseLong(text(event, field));
        } catch (NumberFormatException e) {
            throw new Wrong("position " + event.get("position") + ": its " + field + " is not a number");
        }
    }

    /** Reads one flat JSON object of strings and whole numbers. */
    private static Map<String, String> parse(String line, long index) {
        var scan = new Scan(line, index);
        var fields = new HashMap<String, String>();
        scan.expect('{');
        do {
            var name = scan.string();
            scan.expect(':');
            if (fields.put(name, scan.value()) != null) {
                throw scan.wrong();
            }
        } while (scan.more());
        return fields;
    }

    private static final class Scan {
        private final String line;
        private final long index;
        private int at;

        Scan(String line, long index) {
            this.line = line;
            this.index = index;
        }

        Wrong wrong() {
            return new Wrong("line " + (index + 1) + " of the export is not an event (column " + (at + 1) + ")");
        }

        void expect(char wanted) {
            if (next() != wanted) {
                throw wrong();
            }
        }

        boolean more() {
            var separator = next();
            if (separator == '}') {
                if (!line.substring(at).isBlank()) {
                    throw wrong();
                }
                return false;
            }
            if (separator != ',') {
                throw wrong();
            }
            return true;
        }

        String value() {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            if (at < line.length() && line.charAt(at) == '"') {
                return string();
            }
            var from = at;
            while (at < line.length() && (Character.isDigit(line.charAt(at)) || line.charAt(at) == '-')) {
                at++;
            }
            if (from == at) {
                throw wrong();
            }
            return line.substring(from, at);
        }

        String string() {
            expect('"');
            var text = new StringBuilder();
            while (true) {
                var c = raw();
                if (c == '"') {
                    return text.toString();
                }
                text.append(c == '\\' ? escaped() : c);
            }
        }

        private char escaped() {
            var c = raw();
            return switch (c) {
                case '"', '\\', '/' -> c;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> unicode();
                default -> throw wrong();
            };
        }

        private char unicode() {
            if (at + 4 > line.length()) {
                throw wrong();
            }
            try {
                var code = Integer.parseInt(line.substring(at, at + 4), 16);
                at += 4;
                return (char) code;
            } catch (NumberFormatException e) {
                throw wrong();
            }
        }

        private char next() {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            return raw();
        }

        private char raw() {
            if (at >= line.length()) {
                throw wrong();
            }
            return line.charAt(at++);
        }
    }
}
