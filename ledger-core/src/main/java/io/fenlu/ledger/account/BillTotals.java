package io.fenlu.ledger.account;

import io.fenlu.ledger.money.Money;
import java.util.List;

/**
 * What a bill comes to (账单合计): opening and all sums that follow it make the closing balance.
 *
 * @param opening what the last issued bill came to
 * @param purchases with what was taken over and disputes that were lost
 * @param refunds with disputes, and with what was waived or written off
 * @param payments less those that were taken back, and less credit that was returned
 * @param instalments principal that fell due, less what went into plans
 * @param fees of instalments and of what is above the limit
 * @param adjustments of earlier bills, because of what was learned late
 * @param closing less than nothing for credit
 */
public record BillTotals(
        Money opening,
        Money purchases,
        Money refunds,
        Money payments,
        Money instalments,
        Money fees,
        Money interest,
        Money lateFees,
        Money adjustments,
        Money closing) {
    static BillTotals of(Money opening, List<BillLine> lines, List<Adjustment> adjustments) {
        var zero = opening.zero();
        var purchases = zero;
        var refunds = zero;
        var payments = zero;
        var instalments = zero;
        var fees = zero;
        var interest = zero;
        var lateFees = zero;
        for (var line : lines) {
            switch (line.kind()) {
                case TAKE_OVER, PURCHASE, CHARGEBACK_REVERSAL -> purchases = purchases.plus(line.amount());
                case REFUND, CHARGEBACK, WAIVER, WRITE_OFF -> refunds = refunds.plus(line.amount());
                case PAYMENT, PAYMENT_RETURN, CREDIT_RETURN -> payments = payments.plus(line.amount());
                case CONVERSION, PLAN_SETTLEMENT, INSTALMENT -> instalments = instalments.plus(line.amount());
                case INSTALMENT_FEE, OVER_LIMIT_FEE -> fees = fees.plus(line.amount());
                case INTEREST -> interest = interest.plus(line.amount());
                case LATE_FEE -> lateFees = lateFees.plus(line.amount());
            }
        }
        var adjusted = zero;
        for (var adjustment : adjustments) {
            adjusted = adjusted.plus(adjustment.amount());
        }
        var closing = opening.plus(purchases)
                .plus(refunds)
                .plus(payments)
                .plus(instalments)
                .plus(fees)
                .plus(interest)
                .plus(lateFees)
                .plus(adjusted);
        return new BillTotals(
                opening, purchases, refunds, payments, instalments, fees, interest, lateFees, adjusted, closing);
    }
}
