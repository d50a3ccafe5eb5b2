package io.fenlu.ledger.process.sharedlimit;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static io.fenlu.ledger.small.Sample.paidLongAgo;
import static io.fenlu.ledger.small.Shopping.entry;
import static io.fenlu.ledger.small.SmallLedger.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.account.AccountCommand.ChangeAccountLimit;
import io.fenlu.ledger.account.AccountCommand.CloseAccount;
import io.fenlu.ledger.account.AccountCommand.RequestClosing;
import io.fenlu.ledger.account.AccountEntry;
import io.fenlu.ledger.account.AccountHappening.LimitChanged;
import io.fenlu.ledger.account.LimitSource;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveRaise;
import io.fenlu.ledger.kernel.AccountId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.loan.LoanState.Declined;
import io.fenlu.ledger.process.Messenger;
import io.fenlu.ledger.product.PayLater;
import io.fenlu.ledger.small.Shopping;
import io.fenlu.ledger.small.SmallDatabase;
import io.fenlu.ledger.small.SmallLedger;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One line for loans and an account, over Axon's real processors. */
@ParameterizedClass
@EnumSource(SmallDatabase.class)
class SharedLimitTest {
    private final String database;
    private int changes;

    SharedLimitTest(SmallDatabase kind, @TempDir Path directory) {
        database = kind.create(directory);
    }

    @Test
    void what_an_account_may_owe_cannot_be_drawn_and_comes_back_when_its_limit_falls_or_it_ends() {
        try (var ledger = SmallLedger.open(database)) {
            var account = sharingLineOfSixThousand(ledger);
            assertThat(ledger.line().setAside()).isEqualTo(cny("0.00"));
            var tooMuch = ledger.draw("too much", "1000.01", paidLongAgo());
            until("declined", () -> ledger.loan(tooMuch) instanceof Declined);

            limit(ledger, account, "lower", "2000.00");
            until("given back", () -> ledger.line().inUse().equals(cny("2000.00")));
            limit(ledger, account, "higher", "2500.00");
            until("taken again", () -> ledger.line().inUse().equals(cny("2500.00")));

            var closing = new AccountEntry.Closing(entry("closing"), "asked", JANUARY_5.plusDays(3));
            Shopping.demand(ledger, new RequestClosing(account, closing), "closing");
            Shopping.demand(ledger, new CloseAccount(account, JANUARY_5.plusDays(3)), "close");
            until("all is back", () -> ledger.line().inUse().equals(cny("0.00")));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_raise_that_was_set_aside_is_in_use_once_although_the_ledger_stopped_between_line_and_account() {
        var account = Shopping.named("shopper");
        var raise = new ReserveRaise(
                SmallLedger.LINE,
                new LoanId(account.value()),
                entry("higher"),
                cny("5000.00"),
                cny("6000.00"),
                JANUARY_5);
        try (var ledger = SmallLedger.open(database)) {
            ledger.openLine("6500.00");
            setAside(ledger, account);
            Shopping.open(ledger, "shopper", PayLater.STANDARD, new LimitSource.OfCreditLine(SmallLedger.LINE));
            until("in use", () -> ledger.line().inUse().equals(cny("5000.00")));
            Shopping.demand(ledger, raise, "before the stop");
            assertThat(ledger.line().setAside()).isEqualTo(cny("1000.00"));
        }
        try (var ledger = SmallLedger.open(database)) {
            Shopping.demand(ledger, raise, "after the stop");
            assertThat(ledger.line().setAside()).as("once").isEqualTo(cny("1000.00"));
            limit(ledger, account, "higher", "6000.00");
            until("risen", () -> ledger.line().inUse().equals(cny("6000.00")));
            assertThat(ledger.line().setAside()).isEqualTo(cny("0.00"));
            limit(ledger, account, "lower", "1500.00");
            until("given back", () -> ledger.line().inUse().equals(cny("1500.00")));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_change_that_the_process_hears_twice_moves_the_line_once() {
        try (var ledger = SmallLedger.open(database)) {
            var account = sharingLineOfSixThousand(ledger);
            limit(ledger, account, "lower", "2000.00");
            until("given back", () -> ledger.line().inUse().equals(cny("2000.00")));
            limit(ledger, account, "higher", "3000.00");
            until("risen", () -> ledger.line().inUse().equals(cny("3000.00")));

            var facts = ledger.history(SmallLedger.LINE.value()).size();
            var shell = new SharedLimitShell(ledger.bean(SharedLimits.class), ledger.bean(Messenger.class));
            for (var message : ledger.history(account.value())) {
                if (message.getPayload() instanceof LimitChanged fact) {
                    shell.on(fact, message);
                }
            }
            assertThat(ledger.history(SmallLedger.LINE.value())).hasSize(facts);
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void a_change_learned_late_leaves_the_limit_in_force_on_the_line() {
        try (var ledger = SmallLedger.open(database)) {
            var account = sharingLineOfSixThousand(ledger);
            limit(ledger, account, "of the 10th", "4000.00", JANUARY_5.plusDays(5));
            until("given back", () -> ledger.line().inUse().equals(cny("4000.00")));

            limit(ledger, account, "of the 7th, lower", "2000.00", JANUARY_5.plusDays(2));
            limit(ledger, account, "of the 8th, higher", "4500.00", JANUARY_5.plusDays(3));
            limit(ledger, account, "of the 11th", "3000.00", JANUARY_5.plusDays(6));
            until("given back", () -> ledger.line().inUse().equals(cny("3000.00")));
            assertThat(ledger.parked()).isEmpty();
        }
    }

    @Test
    void an_account_that_the_line_knows_nothing_of_is_shown_to_people() {
        try (var ledger = SmallLedger.open(database)) {
            ledger.openLine("6000.00");
            Shopping.open(ledger, "shopper", PayLater.STANDARD, new LimitSource.OfCreditLine(SmallLedger.LINE));
            until("parked", () -> ledger.parked().size() == 1);
            assertThat(ledger.parked().getFirst().reason()).isEqualTo("RESERVATION_NOT_FOUND");
        }
    }

    /** An account that may use 5,000.00 of a line of 6,000.00. */
    private static AccountId sharingLineOfSixThousand(SmallLedger ledger) {
        ledger.openLine("6000.00");
        var account = Shopping.named("shopper");
        setAside(ledger, account);
        Shopping.open(ledger, "shopper", PayLater.STANDARD, new LimitSource.OfCreditLine(SmallLedger.LINE));
        until("in use", () -> ledger.line().inUse().equals(cny("5000.00")));
        return account;
    }

    private static void setAside(SmallLedger ledger, AccountId account) {
        var part = new ReserveLimit(SmallLedger.LINE, new LoanId(account.value()), cny("5000.00"), JANUARY_5);
        Shopping.demand(ledger, part, "set aside");
    }

    /** Each change a day after the one before. */
    private void limit(SmallLedger ledger, AccountId account, String name, String limit) {
        changes++;
        limit(ledger, account, name, limit, JANUARY_5.plusDays(changes));
    }

    private static void limit(SmallLedger ledger, AccountId account, String name, String limit, LocalDate on) {
        var entry = new AccountEntry.LimitSetting(entry(name), cny(limit), "review", on);
        Shopping.demand(ledger, new ChangeAccountLimit(account, entry), name);
    }
}
