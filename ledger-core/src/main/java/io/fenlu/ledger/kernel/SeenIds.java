package io.fenlu.ledger.kernel;

import java.util.Collection;
import java.util.UUID;

/**
 * Ids that were seen before, by thirty bits of each: it says “surely not” or “perhaps”, and never forgets one.
 *
 * <p>Of ten thousand ids it takes one in a hundred thousand others for seen; whoever hears “perhaps” looks into the history.
 *
 * @param cells five characters for each id, in ascending order
 */
public record SeenIds(String cells) {
    private static final String DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final int WIDTH = 5;
    private static final int BITS_EACH = 6;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    public static SeenIds none() {
        return new SeenIds("");
    }

    /** Whether an id was perhaps seen; false is certain. */
    public boolean mayHave(UUID id) {
        var wanted = cell(id);
        var place = placeOf(wanted, 0);
        return place < size() && compare(place, wanted) == 0;
    }

    private int size() {
        return cells.length() / WIDTH;
    }

    /** The first place from one on that is not below a cell. */
    private int placeOf(String wanted, int first) {
        var from = first;
        var to = size();
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (compare(middle, wanted) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private int compare(int place, String wanted) {
        for (var k = 0; k < WIDTH; k++) {
            var difference = cells.charAt(place * WIDTH + k) - wanted.charAt(k);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** These and more. */
    public SeenIds with(Collection<UUID> more) {
        var added = more.stream().map(SeenIds::cell).sorted().toArray(String[]::new);
        var merged = new StringBuilder(cells.length() + added.length * WIDTH);
        var copied = 0;
        for (var cell : added) {
            var place = placeOf(cell, copied);
            merged.append(cells, copied * WIDTH, place * WIDTH).append(cell);
            copied = place;
        }
        return new SeenIds(merged.append(cells, copied * WIDTH, cells.length()).toString());
    }

    /** The top bits of the id, well stirred: time-ordered ids differ only at their ends. */
    private static String cell(UUID id) {
        var stirred = (id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)) * SPREAD;
        stirred = (stirred ^ stirred >>> 29 ^ id.getLeastSignificantBits()) * SPREAD;
        var digits = new char[WIDTH];
        for (var k = 0; k < WIDTH; k++) {
            digits[k] = DIGITS.charAt((int) (stirred >>> Long.SIZE - BITS_EACH * (k + 1)) & 63);
        }
        return new String(digits);
    }
}
