package io.fenlu.ledger.aggregate;

import static io.fenlu.ledger.story.AccountOrders.agreement;
import static io.fenlu.ledger.story.AccountOrders.buy;
import static io.fenlu.ledger.story.AccountOrders.buyIn;
import static io.fenlu.ledger.story.AccountOrders.issue;
import static io.fenlu.ledger.story.AccountOrders.open;
import static io.fenlu.ledger.story.AccountOrders.pay;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand;
import io.fenlu.ledger.account.AccountDecider;
import io.fenlu.ledger.account.AccountEvent;
import io.fenlu.ledger.account.AccountState;
import io.fenlu.ledger.billing.BillingDays;
import io.fenlu.ledger.json.LedgerJson;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.product.PayLater;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An account keeps all its cycles at hand; how large its picture grows stands in docs/performance.md. */
class AccountPictureTest {
    private static final AccountDecider DECIDER = new AccountDecider();
    private static final JsonMapper JSON = LedgerJson.mapper();
    private static final LocalDate OPENED = LocalDate.of(2010, 1, 5);
    private static final int PURCHASES = 8;

    private AccountState account = DECIDER.initial();
    private long names;

    @ParameterizedTest
    @CsvSource({"12, 40", "36, 100", "120, 320"})
    void the_picture_of_a_busy_account_grows_with_its_months_and_is_read_back_as_it_was(
            int months, int atMostKilobytes) {
        obey(open(agreement(PayLater.STANDARD, "50000.00", new BillingDays(1, 10)), OPENED.toString()));
        for (int month = 0; month < months; month++) {
            live(OPENED.plusMonths(month));
        }
        var picture = JSON.writeValueAsBytes(account);
        System.out.printf("an account of %d months: picture of %,d bytes%n", months, picture.length);
        assertThat(JSON.readValue(picture, AccountState.class)).isEqualTo(account);
        assertThat(picture.length).isLessThan(atMostKilobytes * 1_000);
    }

    /** Eight purchases, every third month one of them in three periods, a payment before the due day, and a bill. */
    private void live(LocalDate month) {
        var day = month.withDayOfMonth(8);
        obey(pay(++names, "900.00", day.toString()));
        for (int purchase = 1; purchase < PURCHASES; purchase++) {
            obey(buy(++names, "100.00", day.plusDays(purchase).toString()));
        }
        obey(
                month.getMonthValue() % 3 == 0
                        ? buyIn(3, ++names, "300.00", day.plusDays(9).toString())
                        : buy(++names, "100.00", day.plusDays(9).toString()));
        obey(issue(month.plusMonths(1).withDayOfMonth(1).toString()));
    }

    private void obey(AccountCommand order) {
        assertThat(DECIDER.decide(account, order))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> accepted.events()
                                .forEach(fact -> account = DECIDER.evolve(account, (AccountEvent) fact)));
    }
}
