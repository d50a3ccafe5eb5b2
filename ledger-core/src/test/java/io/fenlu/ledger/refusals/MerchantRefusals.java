package io.fenlu.ledger.refusals;

import static io.fenlu.ledger.merchant.MerchantRefusal.*;
import static io.fenlu.ledger.story.LoanStory.yuan;

import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.MerchantId;
import io.fenlu.ledger.kernel.Refusal;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.merchant.MerchantCommand;
import io.fenlu.ledger.merchant.MerchantCommand.OweRefund;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantDecider;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How to hear each no about what merchants owe. */
final class MerchantRefusals {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(0, 1));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));
    private static final EntryId ENTRY = new EntryId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Money USD = Money.of("1.00", Currency.USD);
    private static final MerchantCommand OWES = owe(yuan("10.00"), DAY);

    private MerchantRefusals() {}

    static Stream<Produced> all() {
        return Stream.of(
                asking(MERCHANT_OWES_NOTHING, sale(yuan("10.00"))),
                asking(MERCHANT_OWES_NOTHING, sale(yuan("0.01")), OWES, sale(yuan("10.00"))),
                asking(MERCHANT_AMOUNT_NOT_POSITIVE, owe(yuan("0.00"), DAY)),
                asking(MERCHANT_AMOUNT_NOT_POSITIVE, sale(yuan("-0.01")), OWES),
                asking(MERCHANT_CURRENCY_DIFFERS, owe(USD, DAY), OWES),
                asking(MERCHANT_CURRENCY_DIFFERS, sale(USD), OWES),
                asking(ValueRefusal.AMOUNT_TOO_LARGE, owe(new Money(Long.MAX_VALUE, Currency.CNY), DAY), OWES),
                asking(ValueRefusal.DATE_OUT_OF_RANGE, owe(yuan("1.00"), LocalDate.MAX), OWES));
    }

    private static Produced asking(Refusal expected, MerchantCommand order, MerchantCommand... before) {
        return Produced.asking(expected, new MerchantDecider(), List.of(before), order);
    }

    private static MerchantCommand owe(Money amount, LocalDate on) {
        return new OweRefund(MERCHANT, "shop-1", ACCOUNT, ENTRY, amount, on);
    }

    private static MerchantCommand sale(Money due) {
        return new SetOffSale(MERCHANT, "shop-1", ACCOUNT, ENTRY, due, DAY);
    }
}
