import java.io.*;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;

/**
 * Checks an export of a ledger against a signed checkpoint, with nothing but a JDK (17 or later): no code of the ledger, no library, no
 * network. {@code java Verify.java export.ndjson checkpoint.txt [key]}
 *
 * <p>The export has one event per line: a JSON object without blanks, with FIELDS in that order; metadata and payload are JSON texts in
 * a string, exactly as stored. An event's hash is SHA-256 over the hash before it (32 zero bytes at the beginning), then position,
 * sequence and recorded_at_micros (8 bytes each), then event_id, name, revision, aggregate_type, aggregate_id, metadata and payload
 * (4 bytes of length and UTF-8 each). The checkpoint is a signed note: name of the log, number of events, root of the Merkle tree
 * (RFC 9162) over the events' hashes, signed with Ed25519. The key is the one you hold, as name+hash+base64, or a file with it: any key
 * the log ever had, for the log itself says how each was signed by the one before. Without a key the log's own word is taken for its
 * first one; so hold one from the day you were given it, not from the one whose books you check.
 *
 * <p>Exit 0: the export is the log that was signed. 1: it is not, and the first wrong position is named. 2: the files cannot be read.
 */
public final class Verify {
    static final List<String> FIELDS = List.of("position", "sequence", "recorded_at_micros", "event_id", "name", "revision",
            "aggregate_type", "aggregate_id", "metadata", "payload", "hash");
    static final List<String> NUMBERS = List.of("position", "sequence", "recorded_at_micros", "revision");

    public static void main(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: java Verify.java export.ndjson checkpoint.txt [key]");
            System.exit(2);
        }
        try (var export = new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])), 1 << 16)) {
            var key = arguments.length == 2 ? null : Path.of(arguments[2]);
            var held = key == null || !Files.isRegularFile(key) ? Objects.toString(key, null) : Files.readString(key).strip();
            System.out.println(verify(export, Files.readString(Path.of(arguments[1])), held));
        } catch (Wrong wrong) {
            System.out.println((wrong.exit == 1 ? "WRONG: " : "cannot read: ") + wrong.getMessage());
            System.exit(wrong.exit);
        } catch (IOException | GeneralSecurityException unreadable) {
            var why = unreadable instanceof CharacterCodingException ? "no text in UTF-8" : unreadable.getMessage();
            System.out.println("cannot read: " + why);
            System.exit(2);
        }
    }

    /** What is wrong, in one line: with the log (1) or with a file that was given (2). */
    static final class Wrong extends RuntimeException {
        final int exit;

        Wrong(int exit, String why) {
            super(why);
            this.exit = exit;
        }
    }

    /** A key as somebody holds it. */
    record Key(String origin, byte[] raw) {
        static Key parse(String line) throws GeneralSecurityException {
            var parts = line.split("\\+", 3);
            var bytes = parts.length < 3 ? new byte[0] : base64(parts[2], "the key");
            var key = new Key(parts[0], bytes.length == 33 && bytes[0] == 1 ? Arrays.copyOfRange(bytes, 1, 33) : new byte[0]);
            if (key.raw.length == 0 || !key.hash().equals(parts[1])) {
                throw new Wrong(2, "the key is not written as name+hash+base64, or its hash does not belong to it");
            }
            return key;
        }

        String hash() throws GeneralSecurityException {
            return HexFormat.of().formatHex(sha((origin + "\n\u0001").getBytes(StandardCharsets.UTF_8), raw).digest(), 0, 4);
        }

        boolean signed(String text, byte[] signature) throws GeneralSecurityException {
            var x509 = Arrays.copyOf(HexFormat.of().parseHex("302a300506032b6570032100"), 44);
            System.arraycopy(raw, 0, x509, 12, Math.min(32, raw.length));
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.length == 64 && ed25519.verify(signature);
        }
    }

    static String verify(InputStream export, String note, String heldKey) throws IOException, GeneralSecurityException {
        var checkpoint = note.split("\n", -1);
        if (checkpoint.length != 6 || !checkpoint[3].isEmpty() || !checkpoint[5].isEmpty() || !checkpoint[1].matches("[1-9][0-9]{0,17}")
                || !checkpoint[4].startsWith("— " + checkpoint[0] + " ")) {
            throw new Wrong(2, "the checkpoint is not a signed note of name, size and root");
        }
        var size = Long.parseLong(checkpoint[1]);
        var signature = base64(checkpoint[4].substring(checkpoint[0].length() + 3), "the signature of the checkpoint");
        if (signature.length != 68 || base64(checkpoint[2], "the root of the checkpoint").length != 32) {
            throw new Wrong(2, "a signature has 4 + 64 bytes, a root has 32");
        }
        var held = heldKey == null ? null : Key.parse(heldKey);
        var holdsOne = false;
        Key key = null;
        String root = null;
        var previous = new byte[32];
        var tree = new Peaks();
        var sequences = new HashMap<String, Long>();
        var ids = new HashSet<String>();
        long count = 0;
        for (var line = next(export, count); line != null; line = next(export, count)) {
            var position = ++count;
            var event = new Scan(line, position, new int[1]).event();
            check(event.get("position").equals("" + position), position, "the line says position " + event.get("position"));
            previous = hash(event, previous);
            check(HexFormat.of().formatHex(previous).equals(event.get("hash")), position, "its content does not give its hash");
            var sequence = sequences.merge(event.get("aggregate_id"), 0L, (last, zero) -> last + 1);
            check(event.get("sequence").equals("" + sequence), position, "its sequence is not " + sequence);
            check(ids.add(event.get("event_id")), position, "its event id was used before");
            tree.add(previous);
            if (position <= size) {
                key = succession(event, position, key);
                holdsOne |= key != null && held != null && key.origin.equals(held.origin) && Arrays.equals(key.raw, held.raw);
            }
            root = position == size ? Base64.getEncoder().encodeToString(tree.root()) : root;
        }
        check(root != null, count + 1, "it is missing: the checkpoint speaks of " + size + " events, the export ends before");
        check(key != null && key.origin.equals(checkpoint[0]), size, "the checkpoint is one of another log, " + checkpoint[0]);
        check(HexFormat.of().formatHex(signature, 0, 4).equals(key.hash()), size, "the checkpoint is signed with a foreign key");
        var body = note.substring(0, note.indexOf("\n\n") + 1);
        check(key.signed(body, Arrays.copyOfRange(signature, 4, 68)), size, "the checkpoint is not what was signed");
        check(held == null || holdsOne, size, "the key you hold is none of this log's");
        check(root.equals(checkpoint[2]), 1, "somewhere up to " + size + ", the events are not those that were signed");
        return "OK: " + size + " events are the ones that " + key.origin + "+" + key.hash() + " signed"
                + (held == null ? " (by the log's own word: no key was given)" : ", which follows from the key you hold")
                + (count > size ? "; " + (count - size) + " more follow that nobody has signed yet" : "");
    }

    /** The key in force after an event: the log's first, or a later one that the one before it signed. */
    private static Key succession(Map<String, String> event, long position, Key key) throws GeneralSecurityException {
        var name = event.get("name");
        if (!name.equals("integrity.signing-key-introduced") && !name.equals("integrity.signing-key-rotated")) {
            return key;
        }
        var fact = new Scan(event.get("payload"), position, new int[1]).object();
        if (name.endsWith("introduced")) {
            check(key == null && fact.containsKey("origin") && fact.containsKey("public_key"), position, "a first key cannot be introduced here");
            return new Key(fact.get("origin"), base64(fact.get("public_key"), "the first key"));
        }
        var next = fact.get("new_public_key");
        check(key != null && next != null && Base64.getEncoder().encodeToString(key.raw).equals(fact.get("old_public_key")), position,
                "it replaces another key than the one in force");
        var handover = "the signing key of " + key.origin + " is replaced\n" + fact.get("old_public_key") + "\n" + next + "\n";
        check(key.signed(handover, base64("" + fact.get("signature"), "the signature of position " + position)), position,
                "the old key did not sign the new one");
        return new Key(key.origin, base64(next, "the new key of position " + position));
    }

    private static byte[] hash(Map<String, String> event, byte[] previous) throws GeneralSecurityException {
        var sha = sha(previous);
        FIELDS.subList(0, 3).forEach(field -> sha.update(ByteBuffer.allocate(8).putLong(Long.parseLong(event.get(field))).flip()));
        for (var field : FIELDS.subList(3, 10)) {
            var bytes = event.get(field).getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).flip());
        }
        return sha.digest();
    }

    private static void check(boolean right, long position, String what) {
        if (!right) {
            throw new Wrong(1, "position " + position + ": " + what);
        }
    }

    private static byte[] base64(String text, String what) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Wrong(2, what + " is not base64");
        }
    }

    private static MessageDigest sha(byte[]... parts) throws GeneralSecurityException {
        var sha = MessageDigest.getInstance("SHA-256");
        for (var part : parts) {
            sha.update(part);
        }
        return sha;
    }

    /** The next line without its end, strictly UTF-8; null at the end of the file. */
    private static String next(InputStream export, long before) throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        for (var next = export.read(); next != '\n'; next = export.read()) {
            if (next < 0) {
                check(bytes.size() == 0, before + 1, "the export ends in the middle of its line");
                return null;
            }
            bytes.write(next);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new Wrong(1, "position " + (before + 1) + ": its line is not UTF-8");
        }
    }

    /** The roots of the complete subtrees so far, largest first: all that is needed to go on. */
    private static final class Peaks {
        private final Deque<byte[]> peaks = new ArrayDeque<>();
        private long size;

        void add(byte[] data) throws GeneralSecurityException {
            var hash = joined(0, data, new byte[0]);
            for (var rest = size++; (rest & 1) == 1; rest >>= 1) {
                hash = joined(1, peaks.pollLast(), hash);
            }
            peaks.addLast(hash);
        }

        byte[] root() throws GeneralSecurityException {
            byte[] root = null;
            for (var from = peaks.descendingIterator(); from.hasNext(); ) {
                root = root == null ? from.next() : joined(1, from.next(), root);
            }
            return root;
        }

        private static byte[] joined(int kind, byte[] left, byte[] right) throws GeneralSecurityException {
            return sha(new byte[] {(byte) kind}, left, right).digest();
        }
    }

    /** Reads one flat JSON object of texts and whole numbers, and nothing that is written in another way than the ledger does. */
    private record Scan(String line, long position, int[] at) {
        /** An event; anything but its one way to be written is wrong. */
        Map<String, String> event() {
            var event = object();
            check(List.copyOf(event.keySet()).equals(FIELDS), position, "its line has not the fields of an event in their order");
            var json = new StringBuilder();
            for (var field : FIELDS) {
                json.append(json.isEmpty() ? '{' : ',').append('"').append(field).append("\":");
                var number = NUMBERS.contains(field);
                check(!number || event.get(field).matches("-?[0-9]{1,18}"), position, field + " is not a number");
                json.append(number ? "" + Long.parseLong(event.get(field)) : quoted(event.get(field)));
            }
            check(line.equals(json.append('}').toString()), position, "its line is not written as an export is");
            return event;
        }

        private static String quoted(String text) {
            var json = new StringBuilder("\"");
            for (var c : text.toCharArray()) {
                var known = "\"\\\b\f\n\r\t".indexOf(c);
                json.append(known >= 0 ? "\\" + "\"\\bfnrt".charAt(known) : c < ' ' ? String.format("\\u%04X", (int) c) : "" + c);
            }
            return json.append('"').toString();
        }

        Map<String, String> object() {
            var fields = new LinkedHashMap<String, String>();
            expect('{');
            do {
                var name = text();
                expect(':');
                check(fields.put(name, at[0] < line.length() && line.charAt(at[0]) == '"' ? text() : digits()) == null, position, name + " stands twice");
            } while (at[0] < line.length() && line.charAt(at[0]) == ',' && at[0]++ >= 0);
            expect('}');
            check(at[0] == line.length(), position, "something follows its end");
            return fields;
        }

        private String digits() {
            var from = at[0];
            for (; at[0] < line.length() && "-0123456789".indexOf(line.charAt(at[0])) >= 0; at[0]++) {}
            return line.substring(from, at[0]);
        }

        private String text() {
            expect('"');
            var text = new StringBuilder();
            for (var c = raw(); c != '"'; c = raw()) {
                text.append(c == '\\' ? escaped(raw()) : c);
            }
            return text.toString();
        }

        private char escaped(char c) {
            var known = "\"\\/bfnrt".indexOf(c);
            if (known >= 0) {
                return "\"\\/\b\f\n\r\t".charAt(known);
            }
            var code = "" + raw() + raw() + raw() + raw();
            check(c == 'u' && code.matches("[0-9A-F]{4}"), position, "a text is written wrongly at column " + at[0]);
            return (char) Integer.parseInt(code, 16);
        }

        private void expect(char wanted) {
            check(raw() == wanted, position, "it is not an event at column " + at[0]);
        }

        private char raw() {
            check(at[0] < line.length(), position, "its line ends too early");
            return line.charAt(at[0]++);
        }
    }
}
