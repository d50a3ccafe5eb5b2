package io.fenlu.ledger.life;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be repeated: the same seed throws the same numbers. */
public final class Dice {
    private final SplittableRandom chance;

    public Dice(long seed) {
        chance = new SplittableRandom(seed);
    }

    /** From the least to the most, both included. */
    public int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }

    public long between(long least, long most) {
        return chance.nextLong(least, most + 1);
    }

    /** True in so many of a hundred throws. */
    public boolean percent(int often) {
        return chance.nextInt(100) < often;
    }

    @SafeVarargs
    public final <T> T oneOf(T... faces) {
        return faces[chance.nextInt(faces.length)];
    }

    public <T> T oneOf(List<T> faces) {
        return faces.get(chance.nextInt(faces.size()));
    }
}
