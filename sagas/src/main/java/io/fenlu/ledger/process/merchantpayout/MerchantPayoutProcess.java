package io.fenlu.ledger.process.merchantpayout;

import io.fenlu.ledger.account.AccountHappening.PurchasePosted;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.process.Cause;
import java.util.Optional;

/**
 * A merchant is paid at once what its sale came to, less the service fee (商户放款): each purchase is a disbursement of its own, whose
 * debt is the account.
 */
public final class MerchantPayoutProcess {
    private MerchantPayoutProcess() {}

    /**
     * One attempt to pay a merchant for a purchase.
     *
     * @param merchant as the purchase names it; the bank's side knows where its money goes
     * @param attempt counts from 1; another one follows only when people want it
     */
    public record Attempt(AccountId accountId, EntryId purchase, String merchant, int attempt) {
        static Attempt first(PurchasePosted fact) {
            return new Attempt(fact.accountId(), fact.entry().id(), fact.entry().merchant(), 1);
        }

        Attempt next() {
            return new Attempt(accountId, purchase, merchant, attempt + 1);
        }

        /** Derived from the purchase, so that each attempt can be instructed only once. */
        public DisbursementId disbursementId() {
            return new DisbursementId(Cause.uuid8("merchant-payout", accountId + "|" + purchase + "|" + attempt));
        }

        private PayoutInstruction payout() {
            return new PayoutInstruction(PayoutChannel.BANK, merchant);
        }
    }

    /** The order to pay; none when the service fee takes it all. */
    static Optional<InstructDisbursement> react(PurchasePosted fact) {
        var first = Attempt.first(fact);
        var due = fact.payable();
        return due.isPositive()
                ? Optional.of(new InstructDisbursement(
                        first.disbursementId(),
                        new LoanId(fact.accountId().value()),
                        due,
                        first.payout(),
                        fact.entry().on()))
                : Optional.empty();
    }

    /** The order to pay once more, for people to give when they have learned why the bank said no. */
    static InstructDisbursement again(Attempt failed, DisbursementFailed fact) {
        var next = failed.next();
        return new InstructDisbursement(
                next.disbursementId(), fact.loanId(), fact.amount(), next.payout(), fact.failedOn());
    }
}
