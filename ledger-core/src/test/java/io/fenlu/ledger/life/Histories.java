package io.fenlu.ledger.life;

/**
 * How many drawn histories a test plays: all of them, or a part where {@code -Dhistories.part=50} asks for every fiftieth, as a run over the core's mutants
 * does.
 */
public final class Histories {
    private static final int PART = Integer.getInteger("histories.part", 1);

    private Histories() {}

    public static int of(int all) {
        return Math.max(1, all / PART);
    }

    /** False in a part: what is only true of many histories is not asked there. */
    public static boolean areAll() {
        return PART == 1;
    }
}
