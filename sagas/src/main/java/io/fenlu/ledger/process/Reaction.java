package io.fenlu.ledger.process;

import java.util.List;

/**
 * What a process makes of a fact: what it remembers from now on and what it wants done.
 *
 * @param <M> what the process remembers
 */
public record Reaction<M>(M memory, List<Instruction> instructions) {
    public Reaction {
        instructions = List.copyOf(instructions);
    }

    public static <M> Reaction<M> of(M memory, Instruction... instructions) {
        return new Reaction<>(memory, List.of(instructions));
    }
}
