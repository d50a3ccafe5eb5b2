package io.fenlu.ledger.merchant;

import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.kernel.BusinessDate;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decider;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.merchant.MerchantCommand.OweRefund;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantEvent.RefundOwed;
import io.fenlu.ledger.merchant.MerchantEvent.SaleSetOff;
import io.fenlu.ledger.merchant.MerchantState.NeverOwed;
import io.fenlu.ledger.merchant.MerchantState.Owing;
import io.fenlu.ledger.money.Money;

/** The hall of what merchants owe: which order meets which state. */
public final class MerchantDecider implements Decider<MerchantState, MerchantCommand, MerchantEvent> {
    @Override
    public MerchantState initial() {
        return new NeverOwed();
    }

    @Override
    public Decision<MerchantEvent> decide(MerchantState state, MerchantCommand command) {
        if (!BusinessDate.isKept(command.businessDate())) {
            return refuse(ValueRefusal.DATE_OUT_OF_RANGE);
        }
        try {
            return switch (command) {
                case OweRefund owe -> SettingOff.owe(owed(state, owe.amount()), owe);
                case SetOffSale sale -> SettingOff.setOff(owed(state, sale.due()), sale);
            };
        } catch (InvalidValue beyondCounting) {
            return refuse(beyondCounting.reason(), beyondCounting.detail());
        }
    }

    private static Money owed(MerchantState state, Money like) {
        return switch (state) {
            case NeverOwed _ -> like.zero();
            case Owing owing -> owing.owed();
        };
    }

    @Override
    public MerchantState evolve(MerchantState state, MerchantEvent event) {
        return switch (event) {
            case RefundOwed owed -> new Owing(owed.merchantId(), owed.owed());
            case SaleSetOff sale when state instanceof Owing -> new Owing(sale.merchantId(), sale.owed());
            case SaleSetOff sale -> throw new CorruptHistory(state, sale);
        };
    }
}
