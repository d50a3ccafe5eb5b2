package io.fenlu.ledger.account;

import static io.fenlu.ledger.kernel.Decision.refuse;

import io.fenlu.ledger.account.AccountCommand.OpenAccount;
import io.fenlu.ledger.account.AccountEvent.AccountOpened;
import io.fenlu.ledger.account.AccountState.Active;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.AccountTerms;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Agreeing on an account. */
final class Opening {
    /** So many days at least lie between a bill and its due day. */
    static final int LEAST_DAYS_TO_PAY = 5;

    private Opening() {}

    static Decision<AccountEvent> decide(OpenAccount order) {
        var agreement = order.agreement();
        if (!agreement.limit().isPositive()) {
            return refuse(AccountRefusal.ACCOUNT_LIMIT_NOT_POSITIVE);
        }
        if (!Sounding.isReference(agreement.brand())) {
            return refuse(AccountRefusal.BRAND_MALFORMED);
        }
        if (agreement.funding().shares().stream()
                .noneMatch(share -> share.lender().equals(agreement.lenderOfRecord()))) {
            return refuse(AccountRefusal.LENDER_OF_RECORD_DOES_NOT_FUND);
        }
        if (agreement.rate().per() != Rate.Per.DAY) {
            return refuse(AccountRefusal.REVOLVING_RATE_NOT_DAILY);
        }
        if (!agreement
                .days()
                .leaveTime(LEAST_DAYS_TO_PAY, agreement.terms().grace().days())) {
            return refuse(AccountRefusal.BILLING_DAYS_LEAVE_NO_TIME);
        }
        if (!isIn(agreement.terms(), agreement.currency())) {
            return refuse(AccountRefusal.TERMS_CURRENCY_DIFFERS);
        }
        return Decision.accept(new AccountOpened(order.accountId(), order.borrowerId(), agreement, order.openedOn()));
    }

    /** Whether every amount that the terms name is in a currency. */
    private static boolean isIn(AccountTerms terms, Currency currency) {
        var late = switch (terms.charges().late()) {
            case LateFee.NoLateFee _ -> Stream.<Money>empty();
            case LateFee.FixedLateFee fixed -> Stream.of(fixed.amount(), fixed.mostInAll());
            case LateFee.PartOfOverdue part -> Stream.of(part.least(), part.most(), part.mostInAll());
        };
        return Stream.concat(
                        late,
                        Stream.of(
                                terms.bills().smallBalance(),
                                terms.grace().tolerance(),
                                terms.minimum().floor(),
                                terms.instalments().least()))
                .filter(Objects::nonNull)
                .allMatch(amount -> amount.currency() == currency);
    }

    static Active opened(AccountOpened fact) {
        return new Active(
                fact.accountId(),
                fact.borrowerId(),
                fact.agreement(),
                AccountBook.opened(fact.agreement(), fact.openedOn()),
                IssuedBills.none(fact.agreement().limit()),
                List.of());
    }
}
