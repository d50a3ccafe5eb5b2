package io.fenlu.ledger.product;

import io.fenlu.ledger.disclosure.AnnualCost;
import io.fenlu.ledger.disclosure.CostItem;
import io.fenlu.ledger.disclosure.CostMethod;
import io.fenlu.ledger.disclosure.CostTable;
import io.fenlu.ledger.disclosure.LoanCost;
import io.fenlu.ledger.interest.LateFee;
import io.fenlu.ledger.interest.PenaltyRule;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.ChargeRule;
import io.fenlu.ledger.schedule.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is shown to a borrower before signing (综合融资成本明示): every cost with its payee, and the annualised cost by all methods that fit.
 *
 * @param lender who receives the interest
 * @param rate that was agreed on
 * @param schedule with all charges on it, as {@link ProductTerms#schedule} lays it out
 */
public record CostDisclosure(
        ProductTerms terms, String lender, Money principal, Rate rate, LocalDate paidOutOn, List<Instalment> schedule) {
    /** The name under which interest is disclosed. */
    public static final String INTEREST = "interest";

    /** The name under which the fee of a flat-fee plan is disclosed. */
    public static final String INSTALMENT_FEE = "instalment-fee";

    /** The name under which penalty interest is disclosed. */
    public static final String PENALTY = "penalty";

    /** The name under which late fees are disclosed. */
    public static final String LATE_FEE = "late-fee";

    public CostDisclosure {
        schedule = List.copyOf(schedule);
    }

    /** The loan's cost if everybody keeps to the schedule. */
    public LoanCost cost() {
        return new LoanCost(principal, paidOutOn, atPayout(), schedule, terms.frequency());
    }

    /** Whether the cost keeps within the caps of the terms; without a cap it does. */
    public boolean isWithinCaps() {
        var caps = terms.agreed().caps();
        var method = caps.method();
        return (method == null || cost().by(method).map(caps::allowsAnnual).orElse(true))
                && (!caps.chargesUpToPrincipal() || !cost().total().isMoreThan(principal));
    }

    /** The table that the borrower confirms. */
    public CostTable table() {
        var items = new ArrayList<CostItem>();
        var interest = sum(schedule.stream().map(Instalment::interest).toList());
        items.add(new CostItem(INTEREST, lender, rate.inWords(), interest, false));
        var other = principal.zero();
        for (var charge : terms.agreed().charges()) {
            if (charge.when() == ChargeRule.When.CONTINGENT) {
                items.add(new CostItem(charge.code(), charge.payee(), basis(charge), null, true));
            } else {
                var all = inAll(charge);
                other = other.plus(all);
                items.add(new CostItem(charge.code(), charge.payee(), basis(charge), all, false));
            }
        }
        var fees = sum(schedule.stream().map(Instalment::charges).toList())
                .plus(atPayout())
                .minus(other);
        if (fees.isPositive()) {
            items.add(new CostItem(INSTALMENT_FEE, lender, "as the plan of instalments says", fees, false));
        }
        addContingent(items);
        return new CostTable(principal, items, annual());
    }

    private void addContingent(List<CostItem> items) {
        if (!(terms.penalty() instanceof PenaltyRule.NoPenalty)) {
            items.add(new CostItem(PENALTY, lender, terms.penalty().inWords(), null, true));
        }
        if (!(terms.agreed().late().fee() instanceof LateFee.NoLateFee)) {
            items.add(new CostItem(LATE_FEE, lender, "once for each late instalment", null, true));
        }
    }

    private List<AnnualCost> annual() {
        var annual = new ArrayList<AnnualCost>();
        for (var method : CostMethod.values()) {
            cost().by(method).ifPresent(percent -> annual.add(new AnnualCost(method, percent)));
        }
        return annual;
    }

    private Money atPayout() {
        return sum(terms.agreed().charges().stream()
                .filter(charge -> charge.when() == ChargeRule.When.AT_PAYOUT)
                .map(charge -> charge.once(principal, principal))
                .toList());
    }

    /** What a charge comes to over the whole life. */
    private Money inAll(ChargeRule charge) {
        if (charge.when() == ChargeRule.When.AT_PAYOUT) {
            return charge.once(principal, principal);
        }
        var bare = schedule.stream()
                .map(row -> new Instalment(
                        row.number(), row.from(), row.dueOn(), row.principal(), row.interest(), row.balance()))
                .toList();
        return sum(
                charge.onto(bare, principal).stream().map(Instalment::charges).toList());
    }

    private static String basis(ChargeRule charge) {
        var when = charge.when().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (charge.amount()) {
            case ChargeRule.Amount.FixedSum(var sum) -> sum + " " + when;
            case ChargeRule.Amount.PartOfPrincipal(var part, var _) -> part + " of the principal " + when;
            case ChargeRule.Amount.PartOfBalance(var part, var _) -> part + " of the principal owed " + when;
        };
    }

    private Money sum(List<Money> amounts) {
        return Money.sum(principal.currency(), amounts);
    }
}
