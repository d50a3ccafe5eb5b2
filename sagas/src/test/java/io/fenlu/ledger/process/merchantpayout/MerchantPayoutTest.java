package io.fenlu.ledger.process.merchantpayout;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.Shopping.buy;
import static io.fenlu.ledger.small.Shopping.entry;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand.RefundPurchase;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.account.RefundTo;
import io.fenlu.ledger.books.AccountPostings;
import io.fenlu.ledger.books.DisbursementPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.books.MerchantPostings;
import io.fenlu.ledger.books.Posting;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.merchant.MerchantCommand.SetOffSale;
import io.fenlu.ledger.merchant.MerchantEvent;
import io.fenlu.ledger.merchant.MerchantEvent.SaleSetOff;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.process.ParkedReaction;
import io.fenlu.ledger.process.ParkedReactions;
import io.fenlu.ledger.process.ParkedRounds;
import io.fenlu.ledger.process.merchantpayout.MerchantPayoutProcess.Attempt;
import io.fenlu.ledger.product.AccountTerms;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.small.Shopping;
import io.fenlu.ledger.small.SmallDatabase;
import io.fenlu.ledger.small.SmallLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What merchants are paid, over Axon's real processors and the real tables. */
@ParameterizedClass
@EnumSource(SmallDatabase.class)
class MerchantPayoutTest {
    private static final AccountTerms PAYING = PayLater.payingMerchants(PayLater.STANDARD);

    private final String database;

    MerchantPayoutTest(SmallDatabase kind, @TempDir Path directory) {
        database = kind.create(directory);
    }

    @Test
    void a_merchant_is_paid_its_sale_less_the_fee_and_then_nothing_is_in_transit() {
        try (var ledger = SmallLedger.open(database)) {
            var account = open(ledger, PAYING);
            buy(ledger, account, "shoes", "1000.00", JANUARY_5);
            until("instructed", () -> ledger.payoutsWaiting() == 1);
            var payout = attempt(account, "shoes", 1);
            assertThat(ledger.facts(payout.value()))
                    .singleElement()
                    .isInstanceOfSatisfying(DisbursementInstructed.class, fact -> {
                        assertThat(fact.amount()).isEqualTo(cny("994.00"));
                        assertThat(fact.payout().account()).isEqualTo("shop-1");
                        assertThat(fact.loanId().value()).isEqualTo(account.value());
                    });
            assertThat(inTransit(ledger, account, payout)).isEqualTo(cny("-994.00"));

            Shopping.demand(ledger, new ConfirmDisbursement(payout, "bank-1", JANUARY_5), "confirm");
            until("nothing waits", () -> ledger.payoutsWaiting() == 0);
            assertThat(inTransit(ledger, account, payout)).isEqualTo(cny("0.00"));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void what_the_bank_will_not_pay_waits_for_people_and_holds_up_no_other_merchant() {
        try (var ledger = SmallLedger.open(database)) {
            var account = open(ledger, PAYING);
            buy(ledger, account, "shoes", "1000.00", JANUARY_5);
            until("instructed", () -> ledger.payoutsWaiting() == 1);
            Shopping.demand(ledger, new FailDisbursement(attempt(account, "shoes", 1), "closed", JANUARY_5), "no");
            until("parked", () -> ledger.parked().size() == 1);
            assertThat(ledger.parked())
                    .extracting(ParkedReaction::reason)
                    .containsExactly(MerchantPayoutShell.REJECTED);
            assertThat(ledger.parked().getFirst().detail()).contains("shop-1", "closed");
            buy(ledger, account, "hat", "100.00", JANUARY_5);
            until("the other goes on", () -> ledger.payoutsWaiting() == 1);
        }
        try (var ledger = SmallLedger.open(database)) {
            var account = Shopping.named("shopper");
            ledger.bean(ParkedReactions.class).dueNow();
            ledger.bean(ParkedRounds.class).round();
            until("asked anew", () -> ledger.parked().isEmpty() && ledger.payoutsWaiting() == 2);
            var again = attempt(account, "shoes", 2);
            Shopping.demand(ledger, new ConfirmDisbursement(again, "bank-2", JANUARY_5), "confirm");
            until("only the hat waits", () -> ledger.payoutsWaiting() == 1);
        }
    }

    @Test
    void where_the_terms_do_not_say_so_no_merchant_is_paid() {
        try (var ledger = SmallLedger.open(database)) {
            var elsewhere = open(ledger, PayLater.STANDARD);
            buy(ledger, elsewhere, "shoes", "1000.00", JANUARY_5);
            var account = Shopping.open(ledger, "other", PAYING, new LimitSource.Own());
            buy(ledger, account, "hat", "100.00", JANUARY_5);
            until("the later one is instructed", () -> ledger.payoutsWaiting() == 1);
            assertThat(ledger.facts(attempt(elsewhere, "shoes", 1).value())).isEmpty();
        }
    }

    @Test
    void what_a_merchant_owes_for_a_refund_is_taken_off_its_next_payouts_also_for_other_shoppers_and_after_a_restart() {
        var first = Shopping.named("shopper");
        try (var ledger = SmallLedger.open(database)) {
            open(ledger, PAYING);
            buy(ledger, first, "shoes", "1000.00", JANUARY_5);
            until("instructed", () -> ledger.payoutsWaiting() == 1);
            refund(ledger, first, "shoes back", "300.00");
            until("owed", () -> owes(ledger, "298.20"));
            assertThat(dueFromMerchants(ledger, first)).isEqualTo(cny("298.20"));
        }
        try (var ledger = SmallLedger.open(database)) {
            var second = Shopping.open(ledger, "other", PAYING, new LimitSource.Own());
            buy(ledger, second, "sock", "100.00", JANUARY_5);
            until("set off", () -> owed(ledger).equals(cny("198.80")));
            assertThat(inTransit(ledger, second, attempt(second, "sock", 1)))
                    .as("nothing is to be paid, and nothing was")
                    .isEqualTo(cny("0.00"));
            assertThat(ledger.facts(attempt(second, "sock", 1).value())).isEmpty();

            buy(ledger, second, "hat", "600.00", JANUARY_5);
            until("the rest is instructed", () -> isInstructed(ledger, attempt(second, "hat", 1)));
            assertThat(ledger.facts(attempt(second, "hat", 1).value()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DisbursementInstructed.class,
                            fact -> assertThat(fact.amount()).isEqualTo(cny("397.60")));
            Shopping.demand(ledger, new ConfirmDisbursement(attempt(second, "hat", 1), "bank-1", JANUARY_5), "paid");
            assertThat(inTransit(ledger, second, attempt(second, "hat", 1))).isEqualTo(cny("0.00"));
            assertThat(dueFromMerchants(ledger, first)).isEqualTo(cny("0.00"));

            buy(ledger, first, "belt", "100.00", JANUARY_5);
            until("paid in full again", () -> isInstructed(ledger, attempt(first, "belt", 1)));
            assertThat(ledger.facts(attempt(first, "belt", 1).value()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DisbursementInstructed.class,
                            fact -> assertThat(fact.amount()).isEqualTo(cny("99.40")));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void sales_that_come_at_once_take_off_no_more_than_the_merchant_owes() {
        try (var ledger = SmallLedger.open(database)) {
            var account = open(ledger, PAYING);
            buy(ledger, account, "shoes", "1000.00", JANUARY_5);
            refund(ledger, account, "shoes back", "100.00");
            until("owed", () -> owes(ledger, "99.40"));
            for (var name : List.of("a", "b", "c", "d")) {
                buy(
                        ledger,
                        Shopping.open(ledger, name, PAYING, new LimitSource.Own()),
                        "of-" + name,
                        "50.00",
                        JANUARY_5);
            }
            until("two are paid in full", () -> ledger.payoutsWaiting() == 3);
            var setOff = merchant(ledger).stream()
                    .filter(SaleSetOff.class::isInstance)
                    .map(fact -> ((SaleSetOff) fact).setOff());
            assertThat(Money.sum(Currency.CNY, setOff.toList())).isEqualTo(cny("99.40"));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_set_off_that_finds_no_answer_is_made_later_and_the_merchant_is_paid_once() {
        try (var ledger = SmallLedger.open(database)) {
            var account = open(ledger, PAYING);
            buy(ledger, account, "shoes", "1000.00", JANUARY_5);
            refund(ledger, account, "shoes back", "300.00");
            until("owed", () -> owes(ledger, "298.20"));
            ledger.fail(SetOffSale.class, true);
            buy(ledger, account, "hat", "500.00", JANUARY_5);
            until("parked", () -> ledger.parked().size() == 1);
            ledger.fail(SetOffSale.class, false);
            until("set off after all", () -> ledger.parked().isEmpty() && ledger.payoutsWaiting() == 2);
            assertThat(owed(ledger)).isEqualTo(cny("0.00"));
            assertThat(ledger.facts(attempt(account, "hat", 1).value()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DisbursementInstructed.class,
                            fact -> assertThat(fact.amount()).isEqualTo(cny("198.80")));
        }
    }

    private static void refund(SmallLedger ledger, AccountId account, String name, String amount) {
        var refund = new AccountEntry.Refund(entry(name), null, "shop-1", cny(amount), RefundTo.ACCOUNT, JANUARY_5);
        Shopping.demand(ledger, new RefundPurchase(account, refund), name);
    }

    private static List<MerchantEvent> merchant(SmallLedger ledger) {
        var merchant = MerchantPayoutProcess.merchant("shop-1", Currency.CNY);
        return ledger.facts(merchant.value()).stream()
                .map(fact -> (MerchantEvent) fact)
                .toList();
    }

    private static Money owed(SmallLedger ledger) {
        return merchant(ledger).getLast().owed();
    }

    /** Whether the merchant owes so much, and its next sale will meet that. */
    private static boolean owes(SmallLedger ledger, String amount) {
        var merchant = MerchantPayoutProcess.merchant("shop-1", Currency.CNY);
        return owed(ledger).equals(cny(amount))
                && ledger.bean(MerchantDebts.class).owes(merchant);
    }

    private static boolean isInstructed(SmallLedger ledger, DisbursementId payout) {
        return !ledger.facts(payout.value()).isEmpty();
    }

    private static AccountId open(SmallLedger ledger, AccountTerms terms) {
        return Shopping.open(ledger, "shopper", terms, new LimitSource.Own());
    }

    private static DisbursementId attempt(AccountId account, String purchase, int number) {
        return new Attempt(account, entry(purchase), "shop-1", number).disbursementId();
    }

    /** Debits less credits of money on its way out, of an account, its set-offs and a payout together. */
    private static Money inTransit(SmallLedger ledger, AccountId account, DisbursementId payout) {
        var setOff = merchant(ledger).stream()
                .filter(fact -> fact.accountId().equals(account))
                .map(MerchantPostings::of);
        var paid = ledger.facts(payout.value()).stream().map(fact -> DisbursementPostings.of((DisbursementEvent) fact));
        return balance(
                LedgerAccount.PAYOUTS_IN_TRANSIT,
                Stream.of(postings(ledger, account), setOff, paid).flatMap(postings -> postings));
    }

    private static Money dueFromMerchants(SmallLedger ledger, AccountId account) {
        return balance(
                LedgerAccount.DUE_FROM_MERCHANTS,
                Stream.concat(
                        postings(ledger, account), merchant(ledger).stream().map(MerchantPostings::of)));
    }

    private static Stream<Posting> postings(SmallLedger ledger, AccountId account) {
        return ledger.facts(account.value()).stream()
                .flatMap(fact -> AccountPostings.each((AccountEvent) fact).stream());
    }

    private static Money balance(LedgerAccount of, Stream<Posting> postings) {
        var sum = cny("0.00");
        for (var entry : postings.flatMap(posting -> posting.entries().stream()).toList()) {
            sum = entry.account() == of ? sum.plus(signed(entry)) : sum;
        }
        return sum;
    }

    private static Money signed(Entry entry) {
        return entry.side() == Entry.Side.DEBIT
                ? entry.amount()
                : entry.amount().negated();
    }
}
