package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.books.CreditLinePostings;
import io.fenlu.ledger.creditline.CreditLineCommand;
import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveRaise;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UseRaise;
import io.fenlu.ledger.creditline.CreditLineDecider;
import io.fenlu.ledger.creditline.CreditLineEvent;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitChanged;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitReserved;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineEvent.ReservationReleased;
import io.fenlu.ledger.creditline.CreditLineRefusal;
import io.fenlu.ledger.creditline.CreditLineState;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditLineLivesTest {
    private static final int LIVES = 2_000;
    private static final CreditLineDecider DECIDER = new CreditLineDecider();
    private static final CreditLineId LINE = new CreditLineId(new UUID(0, 1));
    private static final LocalDate OPENED_ON = LocalDate.of(2024, 1, 31);

    @Test
    void what_is_reserved_used_and_left_always_sums_to_the_limit() {
        for (int seed = 0; seed < LIVES; seed++) {
            live(seed);
        }
    }

    private static void live(long seed) {
        var dice = new Dice(seed);
        var state = DECIDER.evolve(
                DECIDER.initial(),
                first(new OpenCreditLine(LINE, new BorrowerId("b"), money(dice.between(1, 500)), OPENED_ON)));
        Map<LoanId, Long> reserved = new HashMap<>();
        Map<LoanId, Long> used = new HashMap<>();
        for (int step = 0; step < 40 && state instanceof CreditLineState.Open line; step++) {
            var order = order(dice, line);
            var decision = DECIDER.decide(line, order);
            if (order instanceof ReserveLimit reserve && reserve.amount().isMoreThan(line.available())) {
                assertThat(decision)
                        .as("seed %s: %s on %s", seed, order, line)
                        .isNotInstanceOf(Decision.Accepted.class);
            }
            if (order instanceof ReserveRaise raise
                    && raise.to().minus(raise.from()).isMoreThan(line.available())) {
                assertThat(decision)
                        .as("seed %s: %s on %s", seed, order, line)
                        .isNotInstanceOf(Decision.Accepted.class);
            }
            if (!(decision instanceof Decision.Accepted<CreditLineEvent>(var facts))) {
                continue;
            }
            for (var fact : facts) {
                assertThat(CreditLinePostings.of(fact).entries()).isEmpty();
                state = DECIDER.evolve(state, fact);
                remember(fact, reserved, used);
                mustAgree(seed, fact, state, reserved, used);
            }
            if (order instanceof UseRaise raise) {
                assertThat(used.get(raise.loanId()))
                        .as("seed %s: what the account uses after %s", seed, order)
                        .isEqualTo(raise.to().minor());
            }
        }
    }

    private static void remember(CreditLineEvent fact, Map<LoanId, Long> reserved, Map<LoanId, Long> used) {
        switch (fact) {
            case LimitReserved event ->
                reserved.merge(event.loanId(), event.amount().minor(), Long::sum);
            case ReservationReleased event ->
                reserved.merge(event.loanId(), -event.amount().minor(), Long::sum);
            case LimitUsed event -> {
                reserved.merge(event.loanId(), -event.amount().minor(), Long::sum);
                used.merge(event.loanId(), event.amount().minor(), Long::sum);
            }
            case LimitReleased event ->
                used.merge(event.loanId(), -event.amount().minor(), Long::sum);
            case CreditLineEvent.LimitTakenAgain event ->
                used.merge(event.loanId(), event.amount().minor(), Long::sum);
            case CreditLineEvent.CreditLineOpened _,
                    LimitChanged _,
                    CreditLineEvent.CreditLineFrozen _,
                    CreditLineEvent.CreditLineUnfrozen _,
                    CreditLineEvent.CreditLineClosed _ -> {}
        }
    }

    private static void mustAgree(
            long seed,
            CreditLineEvent fact,
            CreditLineState state,
            Map<LoanId, Long> reserved,
            Map<LoanId, Long> used) {
        assertThat(reserved.values())
                .as("seed %s: %s", seed, fact)
                .allSatisfy(minor -> assertThat(minor).isNotNegative());
        assertThat(used.values())
                .as("seed %s: %s", seed, fact)
                .allSatisfy(minor -> assertThat(minor).isNotNegative());
        var inUse = used.values().stream().mapToLong(Long::longValue).sum();
        var aside = reserved.values().stream().mapToLong(Long::longValue).sum();
        if (!(state instanceof CreditLineState.Open line)) {
            assertThat(inUse + aside).as("closed with nothing drawn").isZero();
            return;
        }
        assertThat(line.inUse().minor()).as("seed %s: %s", seed, fact).isEqualTo(inUse);
        assertThat(line.setAside().minor()).as("seed %s: %s", seed, fact).isEqualTo(aside);
        var left = Math.max(0, line.limit().minor() - inUse - aside);
        assertThat(line.available().minor()).isEqualTo(left);
        var told = switch (fact) {
            case LimitReserved event -> event.available().minor();
            case ReservationReleased event -> event.available().minor();
            case LimitUsed event -> event.available().minor();
            case LimitReleased event -> event.available().minor();
            case LimitChanged event -> event.available().minor();
            case CreditLineEvent.LimitTakenAgain event -> event.available().minor();
            default -> left;
        };
        assertThat(told).as("seed %s: what %s says is left", seed, fact).isEqualTo(left);
    }

    private static CreditLineCommand order(Dice dice, CreditLineState.Open line) {
        var loan = new LoanId(new UUID(0, dice.between(1, 4)));
        var on = OPENED_ON.plusDays(dice.between(0, 30));
        var raise = new EntryId(new UUID(1, dice.between(3, 4)));
        var uses = line.used().getOrDefault(loan, money(0));
        return switch (dice.between(0, 14)) {
            case 0 -> new ChangeLimit(LINE, money(dice.between(0, 500)), "reviewed", on);
            case 1 -> new FreezeCreditLine(LINE, "asked to", on);
            case 2, 3 -> new UnfreezeCreditLine(LINE, "asked to", on);
            case 4 -> new CloseCreditLine(LINE, "asked to", on);
            case 5 -> new ReleaseReservation(LINE, loan, on);
            case 6 -> new UseLimit(LINE, loan, on);
            case 7 -> new ReleaseLimit(LINE, loan, new RepaymentId(new UUID(1, 1)), money(dice.between(1, 200)), on);
            case 8 ->
                new CreditLineCommand.TakeLimitAgain(
                        LINE, loan, new EntryId(new UUID(1, 2)), money(dice.between(1, 50)), on);
            case 9, 10 -> new ReserveRaise(LINE, loan, raise, uses, uses.plus(money(dice.between(1, 100))), on);
            case 11 -> new CreditLineCommand.ReleaseRaise(LINE, loan, raise, on);
            case 12 -> new UseRaise(LINE, loan, raise, money(dice.between(1, 300)), on);
            default -> new ReserveLimit(LINE, loan, money(dice.between(1, 300)), on);
        };
    }

    @Test
    void drawing_a_fen_more_than_is_left_is_refused() {
        var state = DECIDER.evolve(
                DECIDER.initial(), first(new OpenCreditLine(LINE, new BorrowerId("b"), money(1000), OPENED_ON)));
        var loan = new LoanId(new UUID(0, 1));
        assertThat(DECIDER.decide(state, new ReserveLimit(LINE, loan, money(1001), OPENED_ON)))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(CreditLineRefusal.DRAW_EXCEEDS_AVAILABLE);
                    assertThat(refused.detail()).contains("CNY 10.01", "CNY 10.00");
                });
        assertThat(DECIDER.decide(state, new ReserveLimit(LINE, loan, money(1000), OPENED_ON)))
                .isInstanceOf(Decision.Accepted.class);
    }

    private static CreditLineEvent first(CreditLineCommand order) {
        return ((Decision.Accepted<CreditLineEvent>) DECIDER.decide(DECIDER.initial(), order))
                .events()
                .getFirst();
    }

    private static Money money(long minor) {
        return new Money(minor, Currency.CNY);
    }
}
