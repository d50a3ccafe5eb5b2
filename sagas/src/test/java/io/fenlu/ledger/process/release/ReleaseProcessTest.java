package io.fenlu.ledger.process.release;

import static io.fenlu.ledger.small.Sample.JANUARY_5;
import static io.fenlu.ledger.small.Sample.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.creditline.CreditLineCommand.ReleaseLimit;
import io.fenlu.ledger.kernel.CreditLineId;
import io.fenlu.ledger.kernel.LoanId;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanBalances;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.process.Instruction.Send;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReleaseProcessTest {
    private static final CreditLineId LINE = new CreditLineId(new UUID(1, 1));
    private static final LoanId LOAN = new LoanId(new UUID(2, 2));
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
                JANUARY_5);
    }
}
