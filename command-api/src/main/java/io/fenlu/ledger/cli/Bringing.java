package io.fenlu.ledger.cli;

import io.fenlu.ledger.creditline.CreditLineEvent.LimitReleased;
import io.fenlu.ledger.creditline.CreditLineEvent.LimitUsed;
import io.fenlu.ledger.gate.Answer;
import io.fenlu.ledger.gate.Arrivals;
import io.fenlu.ledger.gate.Gate;
import io.fenlu.ledger.gate.Watch;
import io.fenlu.ledger.kernel.Fact;
import io.fenlu.ledger.kernel.Order;
import io.fenlu.ledger.kernel.RepaymentId;
import io.fenlu.ledger.loan.LoanEvent.LoanCancelled;
import io.fenlu.ledger.loan.LoanEvent.LoanDeclined;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Brings one planned loan into the ledger by orders, and waits until the processes have done their part. */
@Component
final class Bringing {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Gate gate;
    private final Arrivals arrivals;

    Bringing(Gate gate, Arrivals arrivals) {
        this.gate = gate;
        this.arrivals = arrivals;
    }

    /**
     * Brings a loan, or what is missing of it.
     *
     * @return whether anything was missing
     * @throws IllegalStateException when the loan came to nothing, or a process did not do its part in time
     */
    boolean bring(Planned loan) {
        try (var watch =
                arrivals.watch(loan.loanId().value(), loan.creditLineId().value())) {
            var opening = send(loan, loan.opening());
            var drawdown = send(loan, loan.drawdown());
            if (opening.repeated() || drawdown.repeated()) {
                watch.lookBack();
            }
            awaitPayout(loan, watch);
            var isNew = !drawdown.repeated();
            for (var order : loan.life()) {
                isNew |= !send(loan, order).repeated();
            }
            for (var repayment : loan.releases()) {
                awaitRelease(repayment, watch);
            }
            return isNew;
        }
    }

    private Answer send(Planned loan, Order order) {
        var answer = gate.send(order, loan.request(order));
        loan.look(order, answer);
        return answer;
    }

    private static void awaitPayout(Planned loan, Watch watch) {
        var end = await(
                watch,
                fact -> fact instanceof LoanDisbursed || fact instanceof LoanDeclined || fact instanceof LoanCancelled,
                "the payout of loan " + loan.loanId());
        if (!(end instanceof LoanDisbursed)) {
            throw new IllegalStateException("the loan came to nothing: " + end);
        }
        await(watch, LimitUsed.class::isInstance, "the use of credit line " + loan.creditLineId());
    }

    private static void awaitRelease(RepaymentId repayment, Watch watch) {
        await(
                watch,
                fact -> fact instanceof LimitReleased released
                        && released.repaymentId().equals(repayment),
                "the release of limit for repayment " + repayment);
    }

    private static Fact await(Watch watch, Predicate<Fact> condition, String what) {
        return watch.await(condition, PATIENCE)
                .orElseThrow(() -> new IllegalStateException(
                        what + " did not come about within " + PATIENCE.toSeconds() + " seconds"));
    }
}
