package io.fenlu.ledger.disbursement;

import static io.fenlu.ledger.story.LoanStory.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.books.DisbursementPostings;
import io.fenlu.ledger.books.Entry;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.disbursement.DisbursementCommand.ConfirmDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.FailDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.InstructDisbursement;
import io.fenlu.ledger.disbursement.DisbursementCommand.TakeDisbursementBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementConfirmed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementContradicted;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementInstructed;
import io.fenlu.ledger.kernel.CorruptHistory;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.payout.PayoutChannel;
import io.fenlu.ledger.payout.PayoutInstruction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisbursementDeciderTest {
    private static final DisbursementDecider DECIDER = new DisbursementDecider();
    private static final DisbursementId ID = new DisbursementId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final DisbursementCommand PAID = new ConfirmDisbursement(ID, "bank-1", DAY);
    private static final DisbursementCommand BACK = new TakeDisbursementBack(ID, "back-1", DAY.plusDays(3));
    private static final DisbursementCommand FAILED = new FailDisbursement(ID, "closed account", DAY);

    private static DisbursementCommand instruct(PayoutChannel channel) {
        return new InstructDisbursement(
                ID, new LoanId(new UUID(0, 2)), yuan("100.00"), new PayoutInstruction(channel, "acct-1"), DAY);
    }

    private static List<DisbursementEvent> live(DisbursementCommand... orders) {
        var facts = new ArrayList<DisbursementEvent>();
        var state = DECIDER.initial();
        for (var order : orders) {
            if (DECIDER.decide(state, order) instanceof Decision.Accepted<DisbursementEvent>(var accepted)) {
                for (var fact : accepted) {
                    facts.add(fact);
                    state = DECIDER.evolve(state, fact);
                }
            }
        }
        return facts;
    }

    private static List<Class<?>> kinds(List<DisbursementEvent> facts) {
        return facts.stream().<Class<?>>map(Object::getClass).toList();
    }

    @Test
    void the_bank_is_told_once_and_may_answer_often() {
        assertThat(kinds(live(instruct(PayoutChannel.BANK), PAID, PAID, PAID)))
                .containsExactly(DisbursementInstructed.class, DisbursementConfirmed.class);
        assertThat(kinds(live(instruct(PayoutChannel.BANK), FAILED, FAILED)))
                .containsExactly(DisbursementInstructed.class, DisbursementFailed.class);
    }

    @Test
    void what_left_long_ago_is_confirmed_at_once() {
        assertThat(kinds(live(instruct(PayoutChannel.ALREADY_PAID))))
                .containsExactly(DisbursementInstructed.class, DisbursementConfirmed.class);
    }

    @Test
    void a_bank_that_contradicts_itself_is_kept_once_and_the_first_answer_stands() {
        assertThat(kinds(live(instruct(PayoutChannel.BANK), PAID, FAILED, FAILED, PAID)))
                .containsExactly(
                        DisbursementInstructed.class, DisbursementConfirmed.class, DisbursementContradicted.class);
        assertThat(kinds(live(instruct(PayoutChannel.BANK), FAILED, PAID, PAID, FAILED)))
                .containsExactly(
                        DisbursementInstructed.class, DisbursementFailed.class, DisbursementContradicted.class);
    }

    @Test
    void money_that_came_back_is_at_the_bank_again_and_whatever_is_said_afterwards_changes_nothing() {
        var facts = live(instruct(PayoutChannel.BANK), BACK, PAID, BACK, BACK, FAILED, PAID);
        assertThat(kinds(facts))
                .containsExactly(DisbursementInstructed.class, DisbursementConfirmed.class, DisbursementCameBack.class);
        assertThat(DisbursementPostings.of(facts.getLast()).entries())
                .containsExactly(
                        new Entry(LedgerAccount.CASH_AT_BANK, Entry.Side.DEBIT, yuan("100.00"), null),
                        new Entry(LedgerAccount.PAYOUTS_IN_TRANSIT, Entry.Side.CREDIT, yuan("100.00"), null));
        assertThat(facts.getLast().businessDate()).isEqualTo(DAY.plusDays(3));
        assertThatThrownBy(() -> DECIDER.evolve(DECIDER.initial(), facts.getLast()))
                .isInstanceOf(CorruptHistory.class);
    }

    @Test
    void only_money_that_left_is_posted() {
        var paid = live(instruct(PayoutChannel.BANK), PAID, FAILED);
        assertThat(paid.stream()
                        .map(fact -> DisbursementPostings.of(fact).entries().size()))
                .containsExactly(0, 2, 0);
        assertThat(DisbursementPostings.of(paid.get(1)).entries())
                .containsExactly(
                        new Entry(LedgerAccount.PAYOUTS_IN_TRANSIT, Entry.Side.DEBIT, yuan("100.00"), null),
                        new Entry(LedgerAccount.CASH_AT_BANK, Entry.Side.CREDIT, yuan("100.00"), null));
    }

    @Test
    void an_answer_to_a_question_never_asked_is_corrupt_history() {
        var facts = live(instruct(PayoutChannel.BANK), PAID, FAILED);
        for (var fact : facts.subList(1, 3)) {
            assertThatThrownBy(() -> DECIDER.evolve(DECIDER.initial(), fact)).isInstanceOf(CorruptHistory.class);
        }
        var paid = facts.subList(0, 2).stream().reduce(DECIDER.initial(), DECIDER::evolve, (a, b) -> b);
        for (var fact : facts.subList(0, 2)) {
            assertThatThrownBy(() -> DECIDER.evolve(paid, fact)).isInstanceOf(CorruptHistory.class);
        }
    }
}
