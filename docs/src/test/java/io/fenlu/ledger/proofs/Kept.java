package io.fenlu.ledger.proofs;

/**
 * A repayment that a ledger says it has.
 *
 * @param key under which it was sent
 * @param position of its first fact
 * @param answer what was told about it, or a fingerprint of that
 */
record Kept(String key, long position, String answer) {
    /** As one line between two processes. */
    String line() {
        return "kept " + key + " " + position + " " + answer;
    }

    static Kept of(String line) {
        var words = line.split(" ", 4);
        return new Kept(words[1], Long.parseLong(words[2]), words[3]);
    }
}
