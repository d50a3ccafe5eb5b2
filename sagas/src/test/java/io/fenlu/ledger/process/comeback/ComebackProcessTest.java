package io.fenlu.ledger.process.comeback;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementCameBack;
import io.fenlu.ledger.disbursement.DisbursementEvent.DisbursementFailed;
import io.fenlu.ledger.kernel.DisbursementId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.loan.LoanCommand.ReturnDisbursement;
import io.fenlu.ledger.loan.LoanCommand.ReverseEntry;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.drawdown.DrawdownProcess;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComebackProcessTest {
    private static final LoanId LOAN = new LoanId(new UUID(2, 2));
    private static final EntryId ENTRY = new EntryId(new UUID(4, 4));
    private static final DisbursementId PAYOUT = new DisbursementId(ENTRY.value());

    private static DisbursementFailed failed(DisbursementId disbursement) {
        return new DisbursementFailed(disbursement, LOAN, cny("30.00"), "account closed", JANUARY_5);
    }

    private static Order instead(Order order, String code) {
        return ComebackProcess.insteadOf(order, new Refused(code, "")).orElseThrow();
    }

    @Test
    void what_the_bank_could_not_send_back_is_taken_back_and_a_drawdown_is_left_alone() {
        var held = ComebackProcess.react(failed(PAYOUT)).orElseThrow();
        assertThat(held).isInstanceOfSatisfying(ReverseEntry.class, order -> {
            assertThat(order.loanId()).isEqualTo(LOAN);
            assertThat(order.entry().reverses()).isEqualTo(ENTRY);
        });
        assertThat(ComebackProcess.react(failed(PAYOUT))).contains(held);
        assertThat(ComebackProcess.react(failed(DrawdownProcess.disbursementOf(LOAN))))
                .isEmpty();
    }

    @Test
    void a_tranche_that_the_bank_will_not_pay_is_returned_because_the_loan_says_that_it_was_one() {
        var held = ComebackProcess.react(failed(PAYOUT)).orElseThrow();
        var returned = instead(held, "DRAW_COMES_BACK_BY_BANK");
        assertThat(returned).isInstanceOfSatisfying(ReturnDisbursement.class, order -> {
            assertThat(order.entry().reverses()).isEqualTo(ENTRY);
            assertThat(order.entry().on()).isEqualTo(JANUARY_5);
            assertThat(order.entry().bankReference()).isEqualTo(ComebackProcess.REJECTED);
        });
        assertThat(ComebackProcess.insteadOf(held, new Refused("ENTRY_ALREADY_REVERSED", "")))
                .isEmpty();
        assertThat(ComebackProcess.insteadOf(returned, new Refused("DRAW_COMES_BACK_BY_BANK", "")))
                .isEmpty();
    }

    @Test
    void a_payout_that_came_back_is_returned_under_the_banks_reference_and_a_refund_is_held_again() {
        var returned = ComebackProcess.react(new DisbursementCameBack(PAYOUT, LOAN, cny("30.00"), "back-1", JANUARY_5));
        assertThat(returned)
                .isInstanceOfSatisfying(
                        ReturnDisbursement.class,
                        order -> assertThat(order.entry().bankReference()).isEqualTo("back-1"));
        assertThat(instead(returned, "ENTRY_IS_NO_DRAW"))
                .isInstanceOfSatisfying(
                        ReverseEntry.class,
                        order -> assertThat(order.entry().reverses()).isEqualTo(ENTRY));
        var wordy = new DisbursementCameBack(PAYOUT, LOAN, cny("30.00"), "退汇 no such account", JANUARY_5);
        assertThat(ComebackProcess.react(wordy))
                .isInstanceOfSatisfying(
                        ReturnDisbursement.class,
                        order -> assertThat(order.entry().bankReference()).isEqualTo(ComebackProcess.CAME_BACK));
    }
}
