package io.fenlu.ledger.process.release;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.creditline.CreditLineCommand.TakeLimitAgain;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.AccruedInterest;
import io.fenlu.ledger.loan.BookedMovement;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanConsequence;
import io.fenlu.ledger.loan.LoanEntry;
import io.fenlu.ledger.loan.LoanEvent.HistoryCorrected;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanHappening;
import io.fenlu.ledger.loan.Movement;
import io.fenlu.ledger.loan.MovementKind;
import io.fenlu.ledger.loan.RestructuringMeasure;
import io.fenlu.ledger.process.Instruction.Send;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReleaseProcessTest {
    private static final CreditLineId LINE = new CreditLineId(new UUID(1, 1));
    private static final LoanId LOAN = new LoanId(new UUID(2, 2));
    private static final EntryId ENTRY = new EntryId(new UUID(4, 4));
    private static final RepaymentId REPAYMENT = new RepaymentId(new UUID(3, 3));

    @Test
    void a_repayment_gives_back_exactly_the_principal_it_healed_on_the_day_it_was_paid() {
        var fact = repayment(
                new AllocationLine(1, Bucket.PENALTY, cny("3.20")),
                new AllocationLine(1, Bucket.INTEREST, cny("6.00")),
                new AllocationLine(1, Bucket.PRINCIPAL, cny("80.00")),
                new AllocationLine(0, Bucket.PRINCIPAL, cny("10.80")));
        assertThat(ReleaseProcess.react(fact))
                .containsExactly(new Send(new ReleaseLimit(LINE, LOAN, REPAYMENT, cny("90.80"), JANUARY_5)));
    }

    @Test
    void a_repayment_of_interest_alone_gives_nothing_back() {
        assertThat(ReleaseProcess.react(repayment(new AllocationLine(1, Bucket.INTEREST, cny("100.00")))))
                .isEmpty();
    }

    @Test
    void a_repayment_that_is_taken_back_takes_the_limit_again() {
        var reversal = new LoanEntry.Reversal(ENTRY, new EntryId(REPAYMENT.value()), "bounced", JANUARY_5);
        var fact = new LoanHappening.EntryReversed(
                LOAN,
                LINE,
                reversal,
                consequence(
                        movement(MovementKind.RECEIVED, Bucket.PRINCIPAL, "-80.00"),
                        movement(MovementKind.RECEIVED, Bucket.INTEREST, "-6.00"),
                        movement(MovementKind.RECOGNISED, Bucket.PENALTY, "1.00")));
        assertThat(ReleaseProcess.react(fact))
                .containsExactly(new Send(new TakeLimitAgain(LINE, LOAN, ENTRY, cny("80.00"), JANUARY_5)));
    }

    @Test
    void a_payout_that_the_bank_sends_back_gives_its_limit_back_and_a_tranche_takes_none() {
        var back = new LoanEntry.DisbursementReturn(ENTRY, new EntryId(REPAYMENT.value()), "bank-1", JANUARY_5);
        var returned = new LoanHappening.DisbursementReturned(
                LOAN, LINE, back, consequence(movement(MovementKind.DRAWN, Bucket.PRINCIPAL, "-100.00")));
        assertThat(ReleaseProcess.react(returned))
                .containsExactly(new Send(
                        new ReleaseLimit(LINE, LOAN, new RepaymentId(ENTRY.value()), cny("100.00"), JANUARY_5)));
        var draw = new LoanEntry.Draw(ENTRY, cny("100.00"), null, JANUARY_5);
        var drawn = new LoanHappening.TrancheDrawn(
                LOAN, LINE, draw, consequence(movement(MovementKind.DRAWN, Bucket.PRINCIPAL, "100.00")));
        assertThat(ReleaseProcess.react(drawn)).isEmpty();
    }

    @Test
    void a_tranche_that_comes_back_from_a_loan_that_goes_on_may_be_drawn_again_and_keeps_its_limit() {
        var back = new LoanEntry.DisbursementReturn(ENTRY, new EntryId(REPAYMENT.value()), "bank-1", JANUARY_5);
        var nothing = cny("0.00");
        var goesOn = new LoanConsequence(
                List.of(),
                nothing,
                List.of(movement(MovementKind.DRAWN, Bucket.PRINCIPAL, "-100.00")),
                new LoanBalances(cny("400.00"), nothing, nothing, nothing, nothing, nothing),
                List.of(),
                JANUARY_5);
        assertThat(ReleaseProcess.react(new LoanHappening.DisbursementReturned(LOAN, LINE, back, goesOn)))
                .isEmpty();
    }

    @Test
    void interest_that_becomes_principal_uses_the_limit() {
        var agreed = new LoanEntry.Restructuring(
                ENTRY,
                new RestructuringMeasure.ReAmortise(),
                AccruedInterest.CAPITALISE,
                "agreed",
                "committee-1",
                JANUARY_5);
        var fact = new LoanHappening.LoanRestructured(
                LOAN,
                LINE,
                agreed,
                consequence(
                        movement(MovementKind.CAPITALISED, Bucket.PRINCIPAL, "5.00"),
                        movement(MovementKind.CAPITALISED, Bucket.INTEREST, "-5.00")));
        assertThat(ReleaseProcess.react(fact))
                .containsExactly(new Send(new TakeLimitAgain(LINE, LOAN, ENTRY, cny("5.00"), JANUARY_5)));
    }

    @Test
    void what_is_learned_late_moves_the_limit_by_what_it_corrects() {
        var nothing = cny("0.00");
        var fact = new HistoryCorrected(
                LOAN,
                LINE,
                ENTRY,
                List.of(),
                List.of(new BookedMovement(
                        new EntryId(REPAYMENT.value()),
                        JANUARY_5,
                        JANUARY_5,
                        movement(MovementKind.RECEIVED, Bucket.PRINCIPAL, "0.11"))),
                new LoanBalances(nothing, nothing, nothing, nothing, nothing, nothing),
                List.of(),
                JANUARY_5,
                JANUARY_5);
        assertThat(ReleaseProcess.react(fact))
                .containsExactly(
                        new Send(new ReleaseLimit(LINE, LOAN, new RepaymentId(ENTRY.value()), cny("0.11"), JANUARY_5)));
    }

    private static Movement movement(MovementKind kind, Bucket bucket, String amount) {
        return new Movement(kind, bucket, new LenderId("lender"), cny(amount));
    }

    private static LoanConsequence consequence(Movement... movements) {
        var nothing = cny("0.00");
        return new LoanConsequence(
                List.of(),
                nothing,
                List.of(movements),
                new LoanBalances(nothing, nothing, nothing, nothing, nothing, nothing),
                List.of(),
                JANUARY_5);
    }

    private static RepaymentReceived repayment(AllocationLine... lines) {
        var nothing = cny("0.00");
        return new RepaymentReceived(
                LOAN,
                LINE,
                REPAYMENT,
                cny("100.00"),
                List.of(lines),
                nothing,
                List.of(),
                List.of(),
                new LoanBalances(nothing, nothing, nothing, nothing, nothing, nothing),
                JANUARY_5,
                null);
    }
}
