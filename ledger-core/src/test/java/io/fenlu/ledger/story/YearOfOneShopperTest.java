package io.fenlu.ledger.story;

import static io.fenlu.ledger.story.AccountOrders.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountEvent.AccountCorrected;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.PayLater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class YearOfOneShopperTest {
    private static final Path PAGE = Path.of("..", "docs", "examples", "a-year-of-one-shopper.md");

    @Test
    void twelve_bills_from_the_first_purchase_to_the_last_payment() throws IOException {
        var story = AccountStory.of(agreement(PayLater.CARD, "6000.00", new BillingDays(1, 10)), "2026-01-05");
        purchasesAndAnOrderInPeriods(story);
        aBillInPeriodsAndARefundOfTheOrder(story);
        aMissedLeastPaymentAndTheRecovery(story);
        aDisputeAndOtherDays(story);
        aPaymentLearnedLateAndTheEnd(story);

        assertThat(story.bills()).hasSize(12);
        assertThat(story.state()).isInstanceOf(AccountState.Closed.class);
        assertThat(story.all(AccountCorrected.class)).hasSize(1);
        assertThat(story.lastBill().undue()).isEqualTo(yuan("0.00"));
        mustBeThePage(story);
    }

    private static void purchasesAndAnOrderInPeriods(AccountStory story) {
        story.obey(
                buy(1, "320.00", "2026-01-08"),
                buy(2, "89.90", "2026-01-20"),
                buyIn(12, 3, "2400.00", "2026-01-22"),
                issue("2026-02-01"));
        assertThat(story.lastBill().totals().closing()).isEqualTo(yuan("624.90"));
        payInFull(story, 10, "2026-02-10");
        story.obey(buy(4, "1500.00", "2026-02-12"), buy(5, "66.60", "2026-02-27"), issue("2026-03-01"));
        assertThat(story.lastBill().totals().interest()).isEqualTo(yuan("0.00"));
    }

    private static void aBillInPeriodsAndARefundOfTheOrder(AccountStory story) {
        story.obey(convert(6, 2, "900.00", 3, "2026-03-05"));
        var rest = story.on("2026-03-05").balances().billed();
        story.obey(pay(11, rest.amount(), "2026-03-10"), refund(7, 3, "600.00", "2026-03-15"), issue("2026-04-01"));
        // nine periods of 200.00 were left after the second; three of them came to nothing
        assertThat(story.on("2026-04-01").plans().getFirst().left()).hasSize(6);
        payInFull(story, 12, "2026-04-10");
    }

    private static void aMissedLeastPaymentAndTheRecovery(AccountStory story) {
        story.obey(buy(8, "2000.00", "2026-04-18"), issue("2026-05-01"), issue("2026-06-01"));
        assertThat(story.lastBill().totals().lateFees().isPositive()).isTrue();
        assertThat(story.lastBill().totals().interest().isPositive()).isTrue();
        story.obey(pay(13, "800.00", "2026-06-08"));
        var owed = story.on("2026-06-20").balances().billed();
        story.obey(pay(14, owed.amount(), "2026-06-20"), issue("2026-07-01"));
        assertThat(story.lastBill().totals().interest().isPositive())
                .as("interest up to the day of payment")
                .isTrue();
        payInFull(story, 15, "2026-07-08");
    }

    private static void aDisputeAndOtherDays(AccountStory story) {
        story.obey(buy(20, "250.00", "2026-07-09"), chargeBack(21, 20, "250.00", "2026-07-25"), issue("2026-08-01"));
        payInFull(story, 16, "2026-08-10");
        story.obey(buy(22, "45.50", "2026-08-11"), changeDays(23, 20, 10, "2026-08-12"), issue("2026-08-20"));
        assertThat(story.lastBill().transition()).isTrue();
        story.obey(loseDispute(24, 21, "2026-09-02"));
        payInFull(story, 17, "2026-09-09");
        story.obey(issue("2026-09-20"));
        assertThat(story.lastBill().totals().purchases()).isEqualTo(yuan("250.00"));
    }

    private static void aPaymentLearnedLateAndTheEnd(AccountStory story) {
        var ninth = story.lastBill().totals().closing();
        story.obey(buy(25, "120.00", "2026-10-12"), issue("2026-10-20"));
        assertThat(story.lastBill().totals().interest().isPositive()).isTrue();
        story.obey(pay(18, ninth.amount(), "2026-10-09"));
        payInFull(story, 19, "2026-11-08");
        story.obey(issue("2026-11-20"));
        assertThat(story.lastBill().adjustments()).isNotEmpty();
        story.obey(buy(29, "60.00", "2026-12-01"), end(26, "2026-12-09"));
        var last = story.on("2026-12-10").balances().owed();
        if (last.isPositive()) {
            story.obey(pay(27, last.amount(), "2026-12-12"));
        }
        var credit = story.on("2026-12-14").balances().credit();
        if (credit.isPositive()) {
            story.obey(giveBack(28, credit.amount(), "2026-12-14"));
        }
        story.obey(new CloseAccount(ACCOUNT, LocalDate.of(2026, 12, 16)));
    }

    private static void payInFull(AccountStory story, long number, String on) {
        Money billed = story.on(on).balances().billed();
        if (billed.isPositive()) {
            story.obey(pay(number, billed.amount(), on));
        }
    }

    /** Written with {@code -Dpages=write}; otherwise it must say the same. */
    private static void mustBeThePage(AccountStory story) throws IOException {
        var page = new StringBuilder("""
            # A year of one shopper

            The twelve bills of an account by the rules of a card: purchases, an order in twelve periods, a bill put into three, a refund of the order after
            that, a missed least payment with its recovery, a lost dispute, other billing days, a payment learned after its bill was issued, the end.
            Written by a test from the ledger (`YearOfOneShopperTest`); do not edit. Numbers with # name entries.
            """);
        for (var bill : story.bills()) {
            page.append('\n').append(BillPage.of(bill));
        }
        if ("write".equals(System.getProperty("pages"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(page.toString()).isEqualTo(Files.readString(PAGE));
    }
}
