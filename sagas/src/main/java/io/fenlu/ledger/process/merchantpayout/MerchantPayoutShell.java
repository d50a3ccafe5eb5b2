package io.fenlu.ledger.process.merchantpayout;

import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountHappening.PurchasePosted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.process.merchantpayout.MerchantPayoutProcess.Attempt;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Axon's shell of paying merchants, in the queue of the account. What a bank will never pay is parked with its reason: the merchant is
 * still owed, and {@code fenlu parked retry} asks the bank anew once people have mended the cause.
 */
@ProcessingGroup("processes")
public final class MerchantPayoutShell {
    private static final String PROCESS = "merchant-payout";

    /** Why a payment to a merchant waits for people. */
    static final String REJECTED = "PAYOUT_REJECTED";

    private final MerchantPayouts payouts;
    private final Messenger messenger;

    public MerchantPayoutShell(MerchantPayouts payouts, Messenger messenger) {
        this.payouts = payouts;
        this.messenger = messenger;
    }

    @EventHandler
    void on(AccountOpened fact) {
        if (fact.agreement().terms().merchant().payout() == PayoutChannel.BANK) {
            payouts.pays(fact.accountId());
        }
    }

    @EventHandler
    void on(PurchasePosted fact, EventMessage<?> message) {
        if (payouts.isPaying(fact.accountId())) {
            MerchantPayoutProcess.react(fact).ifPresent(order -> {
                var first = Attempt.first(fact);
                payouts.begin(first);
                messenger.send(order, cause(first, message, "account.purchase-posted"), (_, _) -> Optional.empty());
            });
        }
    }

    @EventHandler
    void on(DisbursementConfirmed fact) {
        payouts.end(fact.disbursementId());
    }

    @EventHandler
    void on(DisbursementFailed fact, EventMessage<?> message) {
        payouts.find(fact.disbursementId()).ifPresent(failed -> {
            payouts.end(fact.disbursementId());
            payouts.begin(failed.next());
            messenger
                    .parked()
                    .keep(
                            MerchantPayoutProcess.again(failed, fact),
                            cause(failed, message, "disbursement.failed"),
                            new Refused(REJECTED, "The bank will not pay " + failed.merchant() + ": " + fact.reason()));
        });
    }

    /** Orders about one purchase stand in one queue; those of other purchases do not wait for them. */
    private static Cause cause(Attempt attempt, EventMessage<?> message, String fact) {
        return new Cause(PROCESS, attempt.purchase().value(), message.getIdentifier(), fact);
    }
}
