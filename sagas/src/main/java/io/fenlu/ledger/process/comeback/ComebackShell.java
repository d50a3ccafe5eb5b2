package io.fenlu.ledger.process.comeback;

import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.process.merchantpayout.MerchantPayouts;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Axon's shell of money that did not arrive; in the queue of the loan, like everything that processes do with it. Money of a merchant
 * stays owed to it, and people are told.
 */
@ProcessingGroup("processes")
public final class ComebackShell {
    private static final String PROCESS = "comeback";

    /** Why people look at a payment to a merchant that came back. */
    static final String MERCHANT_NOT_PAID = "PAYOUT_CAME_BACK";

    private final Messenger messenger;
    private final MerchantPayouts merchants;

    public ComebackShell(Messenger messenger, MerchantPayouts merchants) {
        this.messenger = messenger;
        this.merchants = merchants;
    }

    @EventHandler
    void on(DisbursementFailed fact, EventMessage<?> message) {
        if (!isForMerchant(fact)) {
            ComebackProcess.react(fact)
                    .ifPresent(order -> messenger.send(
                            order, cause(fact, message, "disbursement.failed"), ComebackProcess::insteadOf));
        }
    }

    @EventHandler
    void on(DisbursementCameBack fact, EventMessage<?> message) {
        var cause = cause(fact, message, "disbursement.came-back");
        if (isForMerchant(fact)) {
            messenger
                    .parked()
                    .tell(
                            cause,
                            MERCHANT_NOT_PAID,
                            "The payment " + fact.disbursementId() + " of " + fact.amount()
                                    + " to a merchant came back on " + fact.cameBackOn() + " (" + fact.bankReference()
                                    + "). It is owed to the merchant still.");
        } else {
            messenger.send(ComebackProcess.react(fact), cause, ComebackProcess::insteadOf);
        }
    }

    private boolean isForMerchant(DisbursementEvent fact) {
        return merchants.isPaying(new AccountId(fact.loanId().value()));
    }

    private static Cause cause(DisbursementEvent fact, EventMessage<?> message, String name) {
        return new Cause(PROCESS, fact.loanId().value(), message.getIdentifier(), name);
    }
}
