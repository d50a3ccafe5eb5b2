package io.fenlu.ledger.process;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.merchant.MerchantEvent;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.modelling.saga.AssociationValue;

/**
 * In which queue a fact stands: every loan has one, for its drawdown and its releases alike, so that limit is never given back before it
 * was taken into use; different loans do not wait for each other. An account has a queue as a loan has, for its merchants and its part
 * of a line.
 *
 * <p>The queue's mark is the association by which a saga is found, because Axon chooses a new saga's segment by that.
 */
public final class LoanQueue implements SequencingPolicy<EventMessage<?>> {
    /** The property by which a saga is tied to its loan. */
    public static final String LOAN_ID = "loanId";

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        return of(event).<Object>map(mark -> mark).orElseGet(event::getIdentifier);
    }

    /** The mark of a fact's queue; none for facts that no process follows. */
    public static Optional<AssociationValue> of(EventMessage<?> event) {
        return debtOf(event.getPayload()).map(debt -> new AssociationValue(LOAN_ID, debt.toString()));
    }

    private static Optional<UUID> debtOf(Object fact) {
        return switch (fact) {
            case LoanEvent loan -> Optional.of(loan.loanId().value());
            case MerchantEvent merchant -> Optional.of(merchant.accountId().value());
            case AccountEvent account -> Optional.of(account.accountId().value());
            case DisbursementEvent disbursement ->
                Optional.of(disbursement.loanId().value());
            case LimitReserved reserved -> Optional.of(reserved.loanId().value());
            case LimitUsed used -> Optional.of(used.loanId().value());
            case ReservationReleased released -> Optional.of(released.loanId().value());
            default -> Optional.empty();
        };
    }
}
