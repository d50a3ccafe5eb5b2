package io.fenlu.ledger.process.merchantpayout;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.Shopping.buy;
import static io.fenlu.ledger.small.Shopping.entry;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.books.AccountPostings;
import io.fenlu.ledger.books.DisbursementPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementEvent;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.DisbursementId;
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

    private static AccountId open(SmallLedger ledger, AccountTerms terms) {
        return Shopping.open(ledger, "shopper", terms, new LimitSource.Own());
    }

    private static DisbursementId attempt(AccountId account, String purchase, int number) {
        return new Attempt(account, entry(purchase), "shop-1", number).disbursementId();
    }

    /** Debits less credits of money on its way out, of an account and a payout together. */
    private static Money inTransit(SmallLedger ledger, AccountId account, DisbursementId payout) {
        var postings = Stream.concat(
                ledger.facts(account.value()).stream()
                        .flatMap(fact -> AccountPostings.each((AccountEvent) fact).stream()),
                ledger.facts(payout.value()).stream().map(fact -> DisbursementPostings.of((DisbursementEvent) fact)));
        var sum = cny("0.00");
        for (var entry : postings.flatMap(posting -> posting.entries().stream()).toList()) {
            if (entry.account() == LedgerAccount.PAYOUTS_IN_TRANSIT) {
                sum = sum.plus(signed(entry));
            }
        }
        return sum;
    }

    private static Money signed(Entry entry) {
        return entry.side() == Entry.Side.DEBIT
                ? entry.amount()
                : entry.amount().negated();
    }
}
