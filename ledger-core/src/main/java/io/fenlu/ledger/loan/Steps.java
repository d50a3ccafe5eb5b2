package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
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
    static final Steps NONE = new Steps(List.of(), Block.EMPTY);

    private static final int BLOCK = 32;

    private final List<Block> full;
    private final Block rest;

    private Steps(List<Block> full, Block rest) {
        this.full = full;
        this.rest = rest;
    }

    /** The same steps, kept in this way. */
    static Steps of(List<Step> steps) {
        if (steps instanceof Steps known) {
            return known;
        }
        var all = NONE;
        for (var step : steps) {
            all = all.plus(step);
        }
        return all;
    }

    /** These and one more. */
    Steps plus(Step step) {
        var longer = rest.plus(step);
        if (longer.size() < BLOCK) {
            return new Steps(full, longer);
        }
        var more = new ArrayList<Block>(full.size() + 1);
        more.addAll(full);
        more.add(longer);
        return new Steps(List.copyOf(more), Block.EMPTY);
    }

    /** The first so many of them. */
    Steps first(int many) {
        if (many == size()) {
            return this;
        }
        var whole = many / BLOCK;
        return new Steps(full.subList(0, whole), block(whole).first(many % BLOCK));
    }

    /** The step of an entry. */
    Optional<Step> find(EntryId id) {
        for (int k = full.size(); k >= 0; k--) {
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
        for (int k = full.size(); k >= 0; k--) {
            var closed = block(k).closedThrough;
            if (closed != null) {
                return closed;
            }
        }
        return null;
    }

    private Block block(int number) {
        return number < full.size() ? full.get(number) : rest;
    }

    @Override
    public Step get(int index) {
        Objects.checkIndex(index, size());
        return block(index / BLOCK).steps.get(index % BLOCK);
    }

    @Override
    public int size() {
        return full.size() * BLOCK + rest.size();
    }

    /**
     * Some steps; of each id a part stands beside the others', so that most are told apart without looking at their steps.
     *
     * @param marks the later half of each id
     * @param lowest of the earlier halves of all ids. In ids that begin with their time it is the time of the first, and a block of
     *     another time is passed by without looking at its marks
     * @param highest of the earlier halves of all ids
     */
    private record Block(
            List<Step> steps,
            long[] marks,
            long lowest,
            long highest,
            @Nullable LocalDate closedThrough) {
        static final Block EMPTY = new Block(List.of(), new long[0], Long.MAX_VALUE, Long.MIN_VALUE, null);

        int size() {
            return marks.length;
        }

        Block plus(Step step) {
            var longer = new ArrayList<Step>(size() + 1);
            longer.addAll(steps);
            longer.add(step);
            var longerMarks = Arrays.copyOf(marks, size() + 1);
            longerMarks[size()] = mark(step.entry().id());
            return new Block(
                    List.copyOf(longer),
                    longerMarks,
                    Math.min(lowest, time(step.entry().id())),
                    Math.max(highest, time(step.entry().id())),
                    step.entry() instanceof MonthEnd(var _, var closed) ? closed : closedThrough);
        }

        Block first(int many) {
            var shorter = EMPTY;
            for (var step : steps.subList(0, many)) {
                shorter = shorter.plus(step);
            }
            return shorter;
        }

        @Nullable
        Step find(EntryId id) {
            if (time(id) < lowest || time(id) > highest) {
                return null;
            }
            var wanted = mark(id);
            for (int k = size() - 1; k >= 0; k--) {
                if (marks[k] == wanted && steps.get(k).entry().id().equals(id)) {
                    return steps.get(k);
                }
            }
            return null;
        }

        private static long mark(EntryId id) {
            return id.value().getLeastSignificantBits();
        }

        private static long time(EntryId id) {
            return id.value().getMostSignificantBits();
        }
    }
}
