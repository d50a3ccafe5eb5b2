package io.fenlu.ledger.merchant;

import static io.fenlu.ledger.kernel.Decision.accept;
import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.merchant.MerchantCommand.OweRefund;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantEvent.RefundOwed;
import io.fenlu.ledger.merchant.MerchantEvent.SaleSetOff;
import io.fenlu.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What a merchant owes grows by its refunds and shrinks by its sales. */
final class SettingOff {
    private SettingOff() {}

    static Decision<MerchantEvent> owe(Money owed, OweRefund order) {
        var objection = objection(owed, order.amount());
        return objection == null
                ? accept(new RefundOwed(
                        order.merchantId(),
                        order.merchant(),
                        order.accountId(),
                        order.refund(),
                        order.amount(),
                        owed.plus(order.amount()),
                        order.on()))
                : refuse(objection);
    }

    static Decision<MerchantEvent> setOff(Money owed, SetOffSale order) {
        var objection = objection(owed, order.due());
        if (objection != null) {
            return refuse(objection);
        }
        if (!owed.isPositive()) {
            return refuse(MerchantRefusal.MERCHANT_OWES_NOTHING);
        }
        var setOff = owed.min(order.due());
        return accept(new SaleSetOff(
                order.merchantId(),
                order.merchant(),
                order.accountId(),
                order.purchase(),
                order.due(),
                setOff,
                order.due().minus(setOff),
                owed.minus(setOff),
                order.on()));
    }

    private static @Nullable Refusal objection(Money owed, Money amount) {
        if (amount.currency() != owed.currency()) {
            return MerchantRefusal.MERCHANT_CURRENCY_DIFFERS;
        }
        return amount.isPositive() ? null : MerchantRefusal.MERCHANT_AMOUNT_NOT_POSITIVE;
    }
}
