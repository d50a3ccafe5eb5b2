package io.fenlu.ledger.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A copy of a file in which one byte is another, or whose end is missing. */
record DamagedFile(String how, byte[] content) {
    /** One of ten is cut off somewhere, the others have one or some flipped bits in one byte. */
    static DamagedFile of(byte[] whole, Random random) {
        var place = random.nextInt(whole.length);
        if (random.nextInt(10) == 0) {
            return new DamagedFile("cut off after " + place, Arrays.copyOf(whole, place));
        }
        var other = whole.clone();
        var flip = random.nextBoolean() ? 1 << random.nextInt(8) : 1 + random.nextInt(255);
        other[place] ^= (byte) flip;
        return new DamagedFile("byte " + place + " with " + flip + " flipped", other);
    }

    void write(Path file) throws IOException {
        Files.write(file, content);
    }
}
