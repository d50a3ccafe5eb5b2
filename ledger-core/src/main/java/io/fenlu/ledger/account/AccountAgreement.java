package io.fenlu.ledger.account;

import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.AccountTerms;

/**
 * What shopper and lender agreed on (账户合同要素): the terms, copied whole, and the particulars of this account.
 *
 * @param brand under which it is sold and shown
 * @param lenderOfRecord who lends, by the contract
 * @param rate by the day, on what revolves
 */
public record AccountAgreement(
        AccountTerms terms,
        String brand,
        LenderId lenderOfRecord,
        FundingShares funding,
        LimitSource limitSource,
        Money limit,
        Rate rate,
        BillingDays days) {
    public Currency currency() {
        return limit.currency();
    }
}
