package io.fenlu.ledger.small;

import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import io.fenlu.ledger.product.CashLoan;
import java.time.LocalDate;

/** Values that tests agree on. */
public final class Sample {
    public static final LocalDate JANUARY_5 = LocalDate.of(2026, 1, 5);

    private Sample() {}

    public static Money cny(String amount) {
        return Money.of(amount, Currency.CNY);
    }

    public static LoanAgreement agreement(String principal) {
        return new LoanAgreement(
                CashLoan.EQUAL_INSTALMENT,
                cny(principal),
                Rate.annual("0.072"),
                12,
                null,
                FundingShares.whole(new LenderId("lender-1")));
    }

    public static PayoutInstruction toBank(String account) {
        return new PayoutInstruction(PayoutChannel.BANK, account);
    }

    public static PayoutInstruction paidLongAgo() {
        return new PayoutInstruction(PayoutChannel.ALREADY_PAID, "book-of-2017");
    }
}
