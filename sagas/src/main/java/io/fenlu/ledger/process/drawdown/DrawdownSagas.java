package io.fenlu.ledger.process.drawdown;

import io.fenlu.ledger.process.LoanQueue;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.modelling.saga.AnnotatedSagaManager;

/**
 * Finds the saga of a fact in the queue of its loan only.
 *
 * <p>Axon's own manager shows every fact to every segment and ties a saga to the segment of its random id: each fact would be looked up
 * once per segment, and a loan's drawdown and its releases would stand in different queues. Here the loan's mark alone decides, so both
 * stand in one, also after segments were split or merged.
 */
final class DrawdownSagas extends AnnotatedSagaManager<DrawdownSaga> {
    DrawdownSagas(Builder<DrawdownSaga> builder) {
        super(builder);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return super.canHandle(event, segment)
                && LoanQueue.of(event).filter(segment::matches).isPresent();
    }

    @Override
    protected boolean matchesSegment(Segment segment, String sagaId) {
        return true;
    }
}
