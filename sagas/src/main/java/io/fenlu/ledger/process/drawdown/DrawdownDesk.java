package io.fenlu.ledger.process.drawdown;

import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.StoredAs;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Messenger;
import java.util.UUID;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.EventMessage;

/** What every drawdown's saga needs at hand; given to its handlers, never kept in it. */
public record DrawdownDesk(DrawdownProcess process, Messenger messenger, DeadlineManager deadlines) {
    static final String NAME = "drawdown";

    static Cause cause(LoanId loan, EventMessage<?> message) {
        return new Cause(NAME, loan.value(), message.getIdentifier(), factName(message.getPayloadType()));
    }

    private static String factName(Class<?> fact) {
        var stored = fact.getAnnotation(StoredAs.class);
        return stored == null ? fact.getSimpleName() : stored.name();
    }

    /** Tells people that a drawdown has found no end. */
    void tellOverdue(UUID loan, DrawdownStage stage) {
        messenger
                .parked()
                .tell(
                        new Cause(NAME, loan, DrawdownProcess.LONGEST_LIFE, "loan.requested"),
                        DrawdownProcess.LONGEST_LIFE,
                        "The drawdown has found no end within " + process.longestLife() + "; it stands at " + stage
                                + ". Nothing was cancelled, because the money may be out.");
    }

    /** Takes the notice back: the drawdown has ended after all. */
    void settleOverdue(UUID loan) {
        messenger.parked().settleNotice(NAME, loan, DrawdownProcess.LONGEST_LIFE);
    }
}
