package io.fenlu.ledger.process;

import io.fenlu.ledger.kernel.Order;
import java.time.Duration;

/** What a process wants done next; a value, so that the process itself needs neither clock nor wires. */
public sealed interface Instruction {
    /** Ask this of somebody and wait for the answer. */
    record Send(Order order) implements Instruction {}

    /** Tell people about it when the process has not ended by then. */
    record Remind(Duration after, String about) implements Instruction {}

    /** The process is over. */
    record Finish() implements Instruction {}
}
