package io.fenlu.ledger.process.merchantpayout;

import io.fenlu.ledger.account.AccountHappening.PurchasePosted;
import io.fenlu.ledger.account.AccountHappening.PurchaseRefunded;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.merchant.MerchantCommand.OweRefund;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantEvent.SaleSetOff;
import io.fenlu.ledger.merchant.MerchantRefusal;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Cause;
import java.time.LocalDate;
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
        return due.isPositive() ? Optional.of(instruct(first, due, fact.entry().on())) : Optional.empty();
    }

    /** Names a merchant within the currency it is paid in, the same for all accounts. */
    static MerchantId merchant(String name, Currency currency) {
        return new MerchantId(Cause.uuid8("merchant", name + "|" + currency.name()));
    }

    /** What a merchant owes for a refund; nothing when the fee that it gets back is all of it. */
    static Optional<OweRefund> react(PurchaseRefunded fact) {
        var refund = fact.entry();
        var amount = fact.receivable();
        return amount.isPositive()
                ? Optional.of(new OweRefund(
                        merchant(refund.merchant(), amount.currency()),
                        refund.merchant(),
                        fact.accountId(),
                        refund.id(),
                        amount,
                        refund.on()))
                : Optional.empty();
    }

    /** The order to set off what a merchant owes, when it is to be paid anything. */
    static SetOffSale setOff(PurchasePosted fact) {
        var sale = fact.entry();
        var due = fact.payable();
        return new SetOffSale(
                merchant(sale.merchant(), due.currency()),
                sale.merchant(),
                fact.accountId(),
                sale.id(),
                due,
                sale.on());
    }

    /** The order to pay what a set-off leaves; none when it leaves nothing. */
    static Optional<InstructDisbursement> react(SaleSetOff fact) {
        var attempt = new Attempt(fact.accountId(), fact.purchase(), fact.merchant(), 1);
        return fact.toPay().isPositive()
                ? Optional.of(instruct(attempt, fact.toPay(), fact.setOffOn()))
                : Optional.empty();
    }

    /** A merchant that owes nothing after all is paid in full. */
    static Optional<Order> insteadOf(Order order, Refused refusal) {
        return order instanceof SetOffSale sale && refusal.code().equals(MerchantRefusal.MERCHANT_OWES_NOTHING.name())
                ? Optional.of(instruct(
                        new Attempt(sale.accountId(), sale.purchase(), sale.merchant(), 1), sale.due(), sale.on()))
                : Optional.empty();
    }

    private static InstructDisbursement instruct(Attempt attempt, Money amount, LocalDate on) {
        return new InstructDisbursement(
                attempt.disbursementId(), new LoanId(attempt.accountId().value()), amount, attempt.payout(), on);
    }

    /** The order to pay once more, for people to give when they have learned why the bank said no. */
    static InstructDisbursement again(Attempt failed, DisbursementFailed fact) {
        var next = failed.next();
        return new InstructDisbursement(
                next.disbursementId(), fact.loanId(), fact.amount(), next.payout(), fact.failedOn());
    }
}
