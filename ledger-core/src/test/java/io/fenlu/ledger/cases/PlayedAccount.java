package io.fenlu.ledger.cases;

import static io.fenlu.ledger.story.AccountOrders.*;

import io.fenlu.ledger.account.AccountAgreement;
import io.fenlu.ledger.account.Bill;
import io.fenlu.ledger.account.BillLineKind;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.billing.ChargeRules;
import io.fenlu.ledger.billing.FeePayer;
import io.fenlu.ledger.billing.InstalmentRules;
import io.fenlu.ledger.billing.MinimumPaymentRule;
import io.fenlu.ledger.cases.CaseFiles.Figure;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RevolvingRule;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Fraction;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.money.Rounding;
import io.fenlu.ledger.money.RoundingRule;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.story.AccountStory;
import io.fenlu.ledger.story.AccountTermsRow;
import java.time.LocalDate;
import java.util.List;

/** Plays a worked figure through an account: opened, used, billed, paid and billed again. */
final class PlayedAccount {
    private static final LocalDate SECOND_BILL = LocalDate.of(2026, 5, 1);

    private PlayedAccount() {}

    static String of(Figure figure) {
        var given = figure.given();
        return switch (figure.kind()) {
            case "plan" -> plan(given.get(0), Integer.parseInt(given.get(1)), given.get(2));
            case "in-full" -> inFull(given.getFirst());
            case "card" ->
                card(given.get(0), given.get(1), Integer.parseInt(given.get(2)), Integer.parseInt(given.get(3)));
            case "overdue" -> overdue(given, RevolvingRule.Days.ROUNDED_EACH_DAY);
            case "overdue-once" -> overdue(given, RevolvingRule.Days.ROUNDED_ONCE);
            case "minimum" -> minimum(given);
            case "late-fee" -> lateFee(given.getFirst());
            default -> throw new IllegalArgumentException("no such kind: " + figure.kind());
        };
    }

    private static AccountStory account(AccountTerms terms, String limit, BillingDays days) {
        return AccountStory.of(agreement(terms, limit, days), "2026-03-01");
    }

    private static String plan(String amount, int periods, String fee) {
        var terms = AccountTermsRow.standard()
                .instalments(new InstalmentRules(
                        List.of(new InstalmentRules.Row(periods, FeePayer.CUSTOMER, Fraction.of(fee))),
                        Money.zero(Currency.CNY),
                        InstalmentRules.Fees.KEPT,
                        InstalmentRules.Fees.KEPT,
                        0))
                .terms();
        var story = account(terms, "100000.00", new BillingDays(1, 9))
                .obey(buyIn(periods, 1, amount, "2026-03-05"), issue("2028-04-01"));
        var bills = story.bills();
        var fees = bills.stream()
                .map(bill -> of(bill, BillLineKind.INSTALMENT_FEE))
                .toList();
        var later = period(bills.get(1));
        for (var bill : bills.subList(2, periods)) {
            if (!period(bill).equals(later)) {
                throw new AssertionError("later periods differ: " + bills);
            }
        }
        return period(bills.getFirst()).amount() + " " + later.amount() + " "
                + Money.sum(Currency.CNY, fees).amount();
    }

    private static Money period(Bill bill) {
        return of(bill, BillLineKind.INSTALMENT).plus(of(bill, BillLineKind.INSTALMENT_FEE));
    }

    private static Money of(Bill bill, BillLineKind kind) {
        return Money.sum(
                Currency.CNY,
                bill.lines().stream()
                        .filter(line -> line.kind() == kind)
                        .map(line -> line.amount())
                        .toList());
    }

    private static String interest(AccountStory story) {
        return story.obey(issue(SECOND_BILL.toString()))
                .bill(2)
                .totals()
                .interest()
                .amount();
    }

    private static String inFull(String amount) {
        return interest(account(PayLater.CARD, "100000.00", new BillingDays(1, 11))
                .obey(buy(1, amount, "2026-03-05"), pay(2, amount, "2026-04-11")));
    }

    private static String card(String amount, String paid, int before, int after) {
        var paidOn = SECOND_BILL.minusDays(after);
        return interest(account(PayLater.CARD, "100000.00", new BillingDays(1, 11))
                .obey(buy(1, amount, paidOn.minusDays(before).toString()), pay(2, paid, paidOn.toString())));
    }

    private static String overdue(List<String> given, RevolvingRule.Days days) {
        var terms = AccountTermsRow.standard()
                .revolving(new RevolvingRule(RevolvingRule.From.DUE_DAY, false, days, Rounding.HALF_UP))
                .terms();
        var paidOn = LocalDate.of(2026, 4, 9).plusDays(Long.parseLong(given.get(1)));
        return interest(account(terms, "100000.00", new BillingDays(1, 9))
                .obey(buy(1, given.getFirst(), "2026-03-05"), pay(2, given.getFirst(), paidOn.toString())));
    }

    private static String minimum(List<String> given) {
        var part = PayLater.CARD.minimum().part();
        var free = new ChargeRules(new LateFee.NoLateFee(), Fraction.NONE);
        var plain = AccountTermsRow.card()
                .charges(free)
                .minimum(new MinimumPaymentRule(part, null, RoundingRule.of(Rounding.HALF_UP)))
                .revolving(new RevolvingRule(
                        RevolvingRule.From.DUE_DAY, false, RevolvingRule.Days.ROUNDED_EACH_DAY, Rounding.DOWN))
                .terms();
        var story = account(plain, "100000.00", new BillingDays(1, 9));
        if (!yuan(given.get(3)).isZero()) {
            return earlier(story, given);
        }
        story.obey(buy(1, given.get(1), "2026-03-05"));
        if (!yuan(given.get(2)).isZero()) {
            story.obey(buyIn(12, 2, given.get(2), "2026-03-05"));
        }
        story.obey(limit(3, given.get(0), "2026-03-06"), issue("2026-04-01"));
        return story.bill(1).minimum().total().amount();
    }

    /** Ten times the unpaid sum is bought and nothing of it paid; then as much more as makes the purchases. */
    private static String earlier(AccountStory story, List<String> given) {
        var unpaid = yuan(given.get(3));
        var free = AccountStory.of(
                new AccountAgreement(
                        story.active().agreement().terms(),
                        "brand-1",
                        LENDER,
                        FundingShares.whole(LENDER),
                        new LimitSource.Own(),
                        yuan(given.get(0)),
                        Rate.daily("0"),
                        new BillingDays(1, 9)),
                "2026-03-01");
        free.obey(buy(1, unpaid.exact().times(10, 1).round(Rounding.DOWN).amount(), "2026-03-05"), issue("2026-05-01"));
        return free.bill(2).minimum().total().amount();
    }

    private static String lateFee(String unpaid) {
        var whole = new MinimumPaymentRule(Fraction.of("1"), null, RoundingRule.of(Rounding.HALF_UP));
        var terms = AccountTermsRow.card().minimum(whole).grace(0, "0.00").terms();
        return account(terms, "100000.00", new BillingDays(1, 9))
                .obey(buy(1, unpaid, "2026-03-05"), issue(SECOND_BILL.toString()))
                .bill(2)
                .totals()
                .lateFees()
                .amount();
    }
}
