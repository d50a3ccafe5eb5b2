package io.fenlu.ledger.aggregate;

import io.fenlu.ledger.kernel.Refusal;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * A no, on its way back to who asked. It is an answer, not a fault: it costs no stack trace, and the aggregate that gave it is as
 * fresh as before.
 *
 * <p>Its details are plain text ({@code code}, {@code detail}, {@code kind}), so that senders need no class of this module.
 */
public final class CommandRefused extends CommandExecutionException {
    private static final long serialVersionUID = 1L;

    private final boolean ofNothing;

    private CommandRefused(Refusal reason, String detail, boolean ofNothing) {
        super(
                reason.name() + ": " + detail,
                null,
                Map.of(
                        "code",
                        reason.name(),
                        "detail",
                        detail,
                        "kind",
                        reason.kind().name()),
                false);
        this.ofNothing = ofNothing;
    }

    /** A no of something that exists. */
    public CommandRefused(Refusal reason, String detail) {
        this(reason, detail, false);
    }

    /** A no of something to which nothing ever happened. */
    static CommandRefused byNothing(Refusal reason, String detail) {
        return new CommandRefused(reason, detail, true);
    }

    /**
     * Whether what refused has no history, so that nothing of it is worth keeping in memory. What has a history is as good after a
     * refusal as before, and stays there.
     */
    public boolean isOfNothing() {
        return ofNothing;
    }
}
