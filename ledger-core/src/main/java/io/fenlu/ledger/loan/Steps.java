package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Steps of a loan in their order, never changed. One more at the end copies a few dozen of them at most, and asking for an entry looks at each
 * block once, so that neither costs what the loan is long.
 */
final class Steps extends AbstractList<Step> implements RandomAccess {
    static final Steps NONE = new Steps(List.of(), List.of());

    private static final int BLOCK = 32;

    private final List<Block> blocks;
    private final List<Step> rest;

    private Steps(List<Block> blocks, List<Step> rest) {
        this.blocks = blocks;
        this.rest = rest;
    }

    private record Block(List<Step> steps, Set<EntryId> ids) {
        static Block of(List<Step> steps) {
            return new Block(
                    steps, steps.stream().map(step -> step.entry().id()).collect(Collectors.toUnmodifiableSet()));
        }
    }

    static Steps of(Collection<Step> steps) {
        var all = NONE;
        for (var step : steps) {
            all = all.plus(step);
        }
        return all;
    }

    /** These and one more. */
    Steps plus(Step step) {
        var longer = plus(rest, step);
        return longer.size() < BLOCK ? new Steps(blocks, longer) : new Steps(plus(blocks, Block.of(longer)), List.of());
    }

    private static <E> List<E> plus(List<E> some, E more) {
        var all = new ArrayList<E>(some.size() + 1);
        all.addAll(some);
        all.add(more);
        return List.copyOf(all);
    }

    /** The first so many of them. */
    Steps first(int many) {
        if (many == size()) {
            return this;
        }
        var whole = many / BLOCK;
        var from = whole == blocks.size() ? rest : blocks.get(whole).steps();
        return new Steps(blocks.subList(0, whole), List.copyOf(from.subList(0, many % BLOCK)));
    }

    /** The step of an entry. */
    Optional<Step> find(EntryId id) {
        var late = find(rest, id);
        if (late.isPresent()) {
            return late;
        }
        for (int k = blocks.size() - 1; k >= 0; k--) {
            if (blocks.get(k).ids().contains(id)) {
                return find(blocks.get(k).steps(), id);
            }
        }
        return Optional.empty();
    }

    private static Optional<Step> find(List<Step> steps, EntryId id) {
        for (int k = steps.size() - 1; k >= 0; k--) {
            if (steps.get(k).entry().id().equals(id)) {
                return Optional.of(steps.get(k));
            }
        }
        return Optional.empty();
    }

    @Override
    public Step get(int index) {
        var block = index / BLOCK;
        return block < blocks.size() ? blocks.get(block).steps().get(index % BLOCK) : rest.get(index - block * BLOCK);
    }

    @Override
    public int size() {
        return blocks.size() * BLOCK + rest.size();
    }
}
