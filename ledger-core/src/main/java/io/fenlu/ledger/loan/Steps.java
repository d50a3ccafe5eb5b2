package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a loan in their order, never changed. Later lists share what they have in common with earlier ones: one more at the end copies a
 * few dozen steps at most, however long the loan is, and what is asked of all of them is kept beside each block.
 */
final class Steps extends AbstractList<Step> implements RandomAccess {
    static final Steps NONE = new Steps(new Block[0], Block.EMPTY, Times.NONE);

    private static final int BLOCK = 32;

    private final Block[] full;
    private final Block rest;
    private final Times times;
    private final int size;

    private Steps(Block[] full, Block rest, Times times) {
        this.full = full;
        this.rest = rest;
        this.times = times;
        size = full.length * BLOCK + rest.steps.length;
    }

    /** The same steps, kept in this way. */
    static Steps of(List<Step> steps) {
        if (steps instanceof Steps known) {
            return known;
        }
        var blocks = new Block[steps.size() / BLOCK];
        for (int k = 0; k < blocks.length; k++) {
            blocks[k] = Block.of(steps.subList(k * BLOCK, (k + 1) * BLOCK));
        }
        return of(blocks, Block.of(steps.subList(blocks.length * BLOCK, steps.size())));
    }

    private static Steps of(Block[] full, Block rest) {
        var times = rest.times;
        for (var block : full) {
            times = times.and(block.times);
        }
        return new Steps(full, rest, times);
    }

    /** These and one more. */
    Steps plus(Step step) {
        var longer = rest.plus(step);
        var all = times.and(Times.of(step));
        if (longer.steps.length < BLOCK) {
            return new Steps(full, longer, all);
        }
        var more = Arrays.copyOf(full, full.length + 1);
        more[full.length] = longer;
        return new Steps(more, Block.EMPTY, all);
    }

    /** The first so many of them. */
    Steps first(int many) {
        if (many == size) {
            return this;
        }
        var whole = many / BLOCK;
        return of(Arrays.copyOf(full, whole), block(whole).first(many % BLOCK));
    }

    /** The step of an entry. */
    Optional<Step> find(EntryId id) {
        if (!times.mayHave(id)) {
            return Optional.empty();
        }
        for (int k = full.length; k >= 0; k--) {
            var found = block(k).find(id);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The last day that was closed in the books; none when no month was closed. */
    @Nullable
    LocalDate closedThrough() {
        for (int k = full.length; k >= 0; k--) {
            var closed = block(k).closedThrough;
            if (closed != null) {
                return closed;
            }
        }
        return null;
    }

    private Block block(int number) {
        return number < full.length ? full[number] : rest;
    }

    @Override
    public Step get(int index) {
        Objects.checkIndex(index, size);
        return block(index / BLOCK).steps[index % BLOCK];
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * Between what the ids of some steps begin with, their earlier halves taken as numbers. In ids that begin with their time it is the
     * time of the first and of the last of them, and steps of another time are passed by without looking at one of them.
     */
    private record Times(long lowest, long highest) {
        static final Times NONE = new Times(Long.MAX_VALUE, Long.MIN_VALUE);

        static Times of(Step step) {
            var time = time(step.entry().id());
            return new Times(time, time);
        }

        Times and(Times others) {
            return new Times(Math.min(lowest, others.lowest), Math.max(highest, others.highest));
        }

        boolean mayHave(EntryId id) {
            return lowest <= time(id) && time(id) <= highest;
        }

        private static long time(EntryId id) {
            return id.value().getMostSignificantBits();
        }
    }

    /**
     * Some steps; of each id a part stands beside the others', so that most are told apart without looking at their steps. Its arrays
     * are its own and never changed.
     */
    private static final class Block {
        static final Block EMPTY = new Block(new Step[0], new long[0], Times.NONE, null);

        private final Step[] steps;

        /** The later half of each id. */
        private final long[] marks;

        private final Times times;
        private final @Nullable LocalDate closedThrough;

        private Block(Step[] steps, long[] marks, Times times, @Nullable LocalDate closedThrough) {
            this.steps = steps;
            this.marks = marks;
            this.times = times;
            this.closedThrough = closedThrough;
        }

        static Block of(List<Step> steps) {
            return of(steps.toArray(Step[]::new));
        }

        private static Block of(Step[] steps) {
            if (steps.length == 0) {
                return EMPTY;
            }
            var marks = new long[steps.length];
            var times = Times.NONE;
            LocalDate closed = null;
            for (int k = 0; k < steps.length; k++) {
                marks[k] = mark(steps[k].entry().id());
                times = times.and(Times.of(steps[k]));
                closed = closedBy(steps[k], closed);
            }
            return new Block(steps, marks, times, closed);
        }

        Block plus(Step step) {
            var longer = Arrays.copyOf(steps, steps.length + 1);
            longer[steps.length] = step;
            var longerMarks = Arrays.copyOf(marks, marks.length + 1);
            longerMarks[marks.length] = mark(step.entry().id());
            return new Block(longer, longerMarks, times.and(Times.of(step)), closedBy(step, closedThrough));
        }

        Block first(int many) {
            return of(Arrays.copyOf(steps, many));
        }

        @Nullable
        Step find(EntryId id) {
            if (!times.mayHave(id)) {
                return null;
            }
            var wanted = mark(id);
            for (int k = marks.length - 1; k >= 0; k--) {
                if (marks[k] == wanted && steps[k].entry().id().equals(id)) {
                    return steps[k];
                }
            }
            return null;
        }

        private static @Nullable LocalDate closedBy(Step step, @Nullable LocalDate before) {
            return step.entry() instanceof MonthEnd(var _, var closed) ? closed : before;
        }

        private static long mark(EntryId id) {
            return id.value().getLeastSignificantBits();
        }
    }
}
