package io.fenlu.ledger.creditline;

import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.creditline.CreditLineCommand.ChangeLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.CloseCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.FreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.OpenCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseReservation;
import io.fenlu.ledger.creditline.CreditLineCommand.ReserveLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.UnfreezeCreditLine;
import io.fenlu.ledger.creditline.CreditLineCommand.UseLimit;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitChanged;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.creditline.CreditLineState.Closed;
import io.fenlu.ledger.creditline.CreditLineState.Open;
import io.fenlu.ledger.kernel.BorrowerId;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditLineDeciderTest {
    private static final CreditLineDecider DECIDER = new CreditLineDecider();
    private static final CreditLineId LINE = new CreditLineId(new UUID(0, 1));
    private static final LoanId LOAN = new LoanId(new UUID(0, 2));
    private static final LoanId OTHER = new LoanId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private final List<CreditLineEvent> facts = new ArrayList<>();
    private CreditLineState state = DECIDER.initial();

    private CreditLineDeciderTest obey(CreditLineCommand... orders) {
        for (var order : orders) {
            var answer = DECIDER.decide(state, order);
            assertThat(answer).as("%s", order).isInstanceOf(Decision.Accepted.class);
            for (var fact : ((Decision.Accepted<CreditLineEvent>) answer).events()) {
                facts.add(fact);
                state = DECIDER.evolve(state, fact);
            }
        }
        return this;
    }

    private Open line() {
        return (Open) state;
    }

    private static CreditLineCommand open(String limit) {
        return new OpenCreditLine(LINE, new BorrowerId("b"), yuan(limit), DAY);
    }

    private static CreditLineCommand reserve(LoanId loan, String amount) {
        return new ReserveLimit(LINE, loan, yuan(amount), DAY);
    }

    @Test
    void a_draw_is_set_aside_then_used_then_given_back() {
        obey(open("100.00"), reserve(LOAN, "60.00"));
        assertThat(line().available()).isEqualTo(yuan("40.00"));
        obey(new UseLimit(LINE, LOAN, DAY));
        assertThat(line().inUse()).isEqualTo(yuan("60.00"));
        assertThat(((LimitUsed) facts.getLast()).available()).isEqualTo(yuan("40.00"));
        obey(new ReleaseLimit(LINE, LOAN, new RepaymentId(new UUID(0, 9)), yuan("60.00"), DAY));
        assertThat(line().available()).isEqualTo(yuan("100.00"));
        assertThat(line().used()).isEmpty();
    }

    @Test
    void a_loan_that_came_to_nothing_gives_its_reservation_back() {
        obey(open("100.00"), reserve(LOAN, "60.00"), new ReleaseReservation(LINE, LOAN, DAY));
        assertThat(line().available()).isEqualTo(yuan("100.00"));
    }

    @Test
    void the_same_reservation_again_is_already_done() {
        obey(open("100.00"), reserve(LOAN, "60.00"));
        assertThat(DECIDER.decide(state, reserve(LOAN, "60.00"))).isInstanceOf(Decision.AlreadyDone.class);
    }

    @Test
    void a_limit_set_below_its_use_leaves_nothing_until_enough_was_repaid() {
        obey(open("100.00"), reserve(LOAN, "60.00"), new UseLimit(LINE, LOAN, DAY));
        obey(new ChangeLimit(LINE, yuan("50.00"), "reviewed", DAY));
        assertThat(((LimitChanged) facts.getLast()).available()).isEqualTo(yuan("0.00"));
        obey(new ReleaseLimit(LINE, LOAN, new RepaymentId(new UUID(0, 9)), yuan("20.00"), DAY));
        assertThat(line().available()).isEqualTo(yuan("10.00"));
        obey(reserve(OTHER, "10.00"));
    }

    @Test
    void a_limit_may_be_set_to_nothing_but_not_opened_so() {
        obey(open("100.00"), new ChangeLimit(LINE, yuan("0.00"), "reviewed", DAY));
        assertThat(line().available().isZero()).isTrue();
    }

    @Test
    void what_was_reserved_before_a_freeze_may_still_be_used() {
        obey(open("100.00"), reserve(LOAN, "60.00"), new FreezeCreditLine(LINE, "fraud suspected", DAY));
        obey(new UseLimit(LINE, LOAN, DAY), new UnfreezeCreditLine(LINE, "cleared", DAY), reserve(OTHER, "40.00"));
        assertThat(line().available().isZero()).isTrue();
    }

    @Test
    void a_line_ends_when_nothing_of_it_is_drawn() {
        obey(open("100.00"), new CloseCreditLine(LINE, "asked to", DAY));
        assertThat(state).isEqualTo(new Closed(LINE, DAY));
    }

    @Test
    void a_fact_before_the_opening_or_after_the_end_is_corrupt_history() {
        obey(open("100.00"), reserve(LOAN, "60.00"), new ReleaseReservation(LINE, LOAN, DAY));
        obey(new CloseCreditLine(LINE, "asked to", DAY));
        for (var fact : facts) {
            assertThatThrownBy(() -> DECIDER.evolve(state, fact)).isInstanceOf(CorruptHistory.class);
        }
        for (var fact : facts.subList(1, facts.size())) {
            assertThatThrownBy(() -> DECIDER.evolve(DECIDER.initial(), fact)).isInstanceOf(CorruptHistory.class);
        }
    }
}
