package io.fenlu.ledger.loan;

import io.fenlu.ledger.disclosure.AnnualisedCost;
import io.fenlu.ledger.disclosure.CashFlow;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a loan would look like and cost, were it paid out on a day and every instalment paid on its due date (试算).
 *
 * @param nominalIrr twelve times the monthly internal rate, in per cent; only for monthly instalments
 * @param effectiveIrr the yearly compounded internal rate by days over 365, in per cent
 */
public record LoanQuote(
        LoanAgreement agreement,
        LocalDate paidOutOn,
        List<Instalment> instalments,
        Money interest,
        Optional<BigDecimal> nominalIrr,
        Optional<BigDecimal> effectiveIrr) {
    /**
     * Quotes an agreement.
     *
     * @throws InvalidValue with a {@link LoanRefusal} when the agreement makes no sense
     */
    public static LoanQuote of(LoanAgreement agreement, LocalDate paidOutOn) {
        Opening.check(agreement, paidOutOn).ifPresent(refusal -> {
            throw new InvalidValue(refusal, refusal.sentence());
        });
        var rows = agreement.schedule(paidOutOn);
        var flows = new ArrayList<CashFlow>();
        flows.add(new CashFlow(paidOutOn, agreement.principal().minus(agreement.chargesAtPayout())));
        for (var row : rows) {
            flows.add(new CashFlow(row.dueOn(), row.total().negated()));
        }
        var interest = Money.sum(
                agreement.principal().currency(),
                rows.stream().map(Instalment::interest).toList());
        return new LoanQuote(
                agreement,
                paidOutOn,
                rows,
                interest,
                isMonthly(rows, paidOutOn) ? AnnualisedCost.nominalIrr(flows) : Optional.empty(),
                AnnualisedCost.effectiveIrr(flows));
    }

    private static boolean isMonthly(List<Instalment> rows, LocalDate start) {
        for (int k = 0; k < rows.size(); k++) {
            if (!rows.get(k).dueOn().equals(start.plusMonths(k + 1L))) {
                return false;
            }
        }
        return !rows.isEmpty();
    }
}
