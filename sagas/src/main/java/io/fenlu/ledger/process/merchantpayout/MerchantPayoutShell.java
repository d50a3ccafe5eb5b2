package io.fenlu.ledger.process.merchantpayout;

import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountHappening.PurchasePosted;
import io.fenlu.ledger.account.AccountHappening.PurchaseRefunded;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.merchant.MerchantEvent.RefundOwed;
import io.fenlu.ledger.merchant.MerchantEvent.SaleSetOff;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.process.merchantpayout.MerchantPayoutProcess.Attempt;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * Axon's shell of paying merchants, in the queue of the account. A merchant that owes for refunds is paid less until that is settled.
 * What a bank will never pay is parked with its reason: the merchant is still owed, and {@code fenlu parked retry} asks the bank anew once
 * people have mended the cause.
 */
@ProcessingGroup("processes")
public final class MerchantPayoutShell {
    private static final String PROCESS = "merchant-payout";

    /** Why a payment to a merchant waits for people. */
    static final String REJECTED = "PAYOUT_REJECTED";

    private final MerchantPayouts payouts;
    private final MerchantDebts debts;
    private final Messenger messenger;

    public MerchantPayoutShell(MerchantPayouts payouts, MerchantDebts debts, Messenger messenger) {
        this.payouts = payouts;
        this.debts = debts;
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
            MerchantPayoutProcess.react(fact).ifPresent(inFull -> {
                var first = Attempt.first(fact);
                payouts.begin(first);
                var setOff = MerchantPayoutProcess.setOff(fact);
                send(debts.owes(setOff.merchantId()) ? setOff : inFull, first, message, "account.purchase-posted");
            });
        }
    }

    @EventHandler
    void on(PurchaseRefunded fact, EventMessage<?> message) {
        if (payouts.isPaying(fact.accountId())) {
            var cause =
                    new Cause(PROCESS, fact.entry().id().value(), message.getIdentifier(), "account.purchase-refunded");
            MerchantPayoutProcess.react(fact)
                    .ifPresent(order -> messenger.send(order, cause, MerchantPayoutProcess::insteadOf));
        }
    }

    @EventHandler
    void on(RefundOwed fact, @SequenceNumber long sequence) {
        debts.learn(fact, sequence);
    }

    @EventHandler
    void on(SaleSetOff fact, @SequenceNumber long sequence, EventMessage<?> message) {
        debts.learn(fact, sequence);
        var first = new Attempt(fact.accountId(), fact.purchase(), fact.merchant(), 1);
        MerchantPayoutProcess.react(fact)
                .ifPresentOrElse(
                        rest -> send(rest, first, message, "merchant.sale-set-off"),
                        () -> payouts.end(first.disbursementId()));
    }

    private void send(Order order, Attempt attempt, EventMessage<?> message, String fact) {
        messenger.send(order, cause(attempt, message, fact), MerchantPayoutProcess::insteadOf);
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
