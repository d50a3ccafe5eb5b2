package io.fenlu.ledger.bank;

import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.ParkedReactions;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Writes down what is to be paid out and crosses out what has an outcome. It asks no bank itself: a bank may take its time, and a fact
 * may not wait for it.
 */
@ProcessingGroup("payouts")
public final class PayoutDispatcher {
    /** The process of payouts, as it stands in the table of parked reactions. */
    static final String PROCESS = "payout";

    static final String LONGEST_LIFE = "longest-life";
    private static final String CONTRADICTED = "contradicted";

    private final Payouts payouts;
    private final ParkedReactions parked;
    private final Runnable news;

    /**
     * Makes a dispatcher.
     *
     * @param news told when there is something to pay out
     */
    public PayoutDispatcher(Payouts payouts, ParkedReactions parked, Runnable news) {
        this.payouts = payouts;
        this.parked = parked;
        this.news = news;
    }

    static Cause cause(DisbursementId disbursement) {
        return new Cause(PROCESS, disbursement.value(), disbursement.toString(), "disbursement.instructed");
    }

    @EventHandler
    void on(DisbursementInstructed fact, UnitOfWork<?> unit) {
        switch (fact.payout().channel()) {
            case BANK -> {
                payouts.take(fact);
                unit.afterCommit(_ -> news.run());
            }
            case ALREADY_PAID, IN_TRANCHES -> {}
        }
    }

    @EventHandler
    void on(DisbursementConfirmed fact) {
        cross(fact.disbursementId());
    }

    @EventHandler
    void on(DisbursementFailed fact) {
        cross(fact.disbursementId());
    }

    @EventHandler
    void on(DisbursementContradicted fact, EventMessage<?> message) {
        parked.tell(
                new Cause(PROCESS, fact.disbursementId().value(), message.getIdentifier(), "disbursement.contradicted"),
                CONTRADICTED,
                "The bank took back its word about loan " + fact.loanId() + ": “" + fact.stands() + "” stands, “"
                        + fact.claimed() + "” was claimed on " + fact.claimedOn() + ". Settle it with the bank.");
    }

    private void cross(DisbursementId disbursement) {
        payouts.answered(disbursement);
        parked.settleAbout(PROCESS, disbursement.value());
    }
}
