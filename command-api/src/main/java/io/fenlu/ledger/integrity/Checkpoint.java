package io.fenlu.ledger.integrity;

import java.util.Base64;

/**
 * What the log was at a size, in three lines that fit on a postcard: its name, its size, its root.
 *
 * <p>The text follows the public conventions for transparency logs (signed note, checkpoint body), so that tools of others can read it.
 *
 * @param origin the name of this log
 * @param size events from the first position on
 */
@SuppressWarnings("ArrayRecordComponent")
public record Checkpoint(String origin, long size, byte[] root) {
    /** The body that is signed. */
    public String body() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * Reads a body.
     *
     * @throws MalformedNote when it is not one
     */
    public static Checkpoint parse(String body) {
        var lines = body.split("\n", -1);
        if (lines.length < 4 || lines[0].isBlank() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedNote("a checkpoint has three lines: name, size, root");
        }
        try {
            var root = Base64.getDecoder().decode(lines[2]);
            if (root.length != Sha256.LENGTH) {
                throw new MalformedNote("the root of a checkpoint is 32 bytes, not " + root.length);
            }
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("the root of a checkpoint is base64");
        }
    }
}
