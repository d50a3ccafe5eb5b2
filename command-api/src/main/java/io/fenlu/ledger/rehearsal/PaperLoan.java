package io.fenlu.ledger.rehearsal;

import io.fenlu.ledger.calendar.DueDateRule;
import io.fenlu.ledger.calendar.FirstDue;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.funding.FundingShares;
import io.fenlu.ledger.interest.IndexHistory;
import io.fenlu.ledger.interest.Indices;
import io.fenlu.ledger.interest.InterestCourse;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RateRule;
import io.fenlu.ledger.kernel.InvalidValue;
import io.fenlu.ledger.kernel.LenderId;
import io.fenlu.ledger.loan.LoanAgreement;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.schedule.RepaymentPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file of terms comes to: an agreement, and the schedule it was agreed with. */
record PaperLoan(
        LoanAgreement agreement,
        LocalDate paidOutOn,
        @Nullable IndexHistory index) {
    static final LenderId LENDER = new LenderId("lender");

    static PaperLoan of(LoanPaper paper) {
        var terms = withDueDates(paper);
        var instalments = instalments(paper, terms);
        var agreement = new LoanAgreement(
                terms,
                paper.principal(),
                rate(paper, terms),
                instalments,
                paper.firstDueOn(),
                FundingShares.whole(LENDER));
        return new PaperLoan(withOwnIndex(agreement, paper), paper.paidOutOn(), paper.index());
    }

    ProductTerms terms() {
        return agreement.terms();
    }

    Money principal() {
        return agreement.principal();
    }

    List<Period> periods() {
        return agreement.periods(paidOutOn);
    }

    /** How the debt grows by the terms alone, if nothing happens. */
    InterestCourse growth() {
        try {
            return terms().growth(terms().rates(agreement.rate(), periods(), paidOutOn, index()), List.of());
        } catch (InvalidValue missing) {
            throw new PaperFault("index", missing.reason().name() + ": " + missing.detail());
        }
    }

    @Override
    public @Nullable IndexHistory index() {
        return index == null && terms().agreed().rate() instanceof RateRule.Floating floating
                ? Indices.find(floating.index()).orElse(null)
                : index;
    }

    /** The schedule that was agreed on, with all charges; empty for a loan that never falls due. */
    List<Instalment> schedule() {
        try {
            return agreement.schedule(paidOutOn);
        } catch (InvalidValue contradictory) {
            throw new PaperFault("terms", contradictory.reason().name() + ": " + contradictory.detail());
        }
    }

    private static ProductTerms withDueDates(LoanPaper paper) {
        var dates = paper.dueDates();
        if (dates == null) {
            return paper.terms();
        }
        try {
            var rule = paper.terms().agreed().dueDates();
            return with(
                    paper.terms(),
                    new DueDateRule(new FirstDue.AgreedDates(dates), rule.monthEnd(), rule.businessDays()));
        } catch (InvalidValue disordered) {
            throw new PaperFault("due_dates", disordered.reason().name() + ": " + disordered.detail());
        }
    }

    private static ProductTerms with(ProductTerms terms, DueDateRule rule) {
        return withConditions(terms, terms.agreed().with(rule));
    }

    private static ProductTerms withConditions(ProductTerms terms, io.fenlu.ledger.product.Conditions conditions) {
        return new ProductTerms(
                terms.product(),
                terms.termsVersion(),
                terms.engineVersion(),
                terms.plan(),
                terms.frequency(),
                terms.dayCount(),
                terms.interestRounding(),
                terms.penalty(),
                terms.prepayment(),
                terms.overpayment(),
                terms.allocation(),
                conditions);
    }

    private static int instalments(LoanPaper paper, ProductTerms terms) {
        if (terms.plan() instanceof RepaymentPlan.FreeForm(var rows)) {
            return rows.size();
        }
        if (terms.agreed().dueDates().first() instanceof FirstDue.AgreedDates(var dates)) {
            var given = paper.instalments();
            if (given != null && given != dates.size()) {
                throw new PaperFault("instalments", "there are " + dates.size() + " due dates, not " + given);
            }
            return dates.size();
        }
        if (paper.instalments() == null && terms.plan() instanceof RepaymentPlan.OpenEnded) {
            return 0;
        }
        return needed("instalments", paper.instalments());
    }

    private static Rate rate(LoanPaper paper, ProductTerms terms) {
        if (paper.rate() != null) {
            return paper.rate();
        }
        var rule = terms.agreed().rate();
        if (rule instanceof RateRule.Fixed(var fixed)) {
            return fixed;
        }
        if (rule != null
                || terms.plan() instanceof RepaymentPlan.FlatFee
                || terms.plan() instanceof RepaymentPlan.FreeForm) {
            return Rate.annual("0");
        }
        return needed("rate", paper.rate());
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new PaperFault(name, "is missing");
        }
        return value;
    }

    /** An index that does not come with the ledger becomes the steps that follow from it, where it is reset with the periods. */
    private static LoanAgreement withOwnIndex(LoanAgreement agreement, LoanPaper paper) {
        var index = paper.index();
        var terms = agreement.terms();
        if (index == null || !(terms.agreed().rate() instanceof RateRule.Floating floating)) {
            return agreement;
        }
        var periods = agreement.periods(paper.paidOutOn());
        var steps = new ArrayList<RateRule.Step>();
        try {
            for (var change : terms.rates(agreement.rate(), periods, paper.paidOutOn(), index)
                    .steps()) {
                for (int k = 0; k < periods.size(); k++) {
                    if (periods.get(k).whole().from().equals(change.from())) {
                        steps.add(new RateRule.Step(k + 1, change.rate()));
                    }
                }
            }
        } catch (InvalidValue missing) {
            throw new PaperFault("index", missing.reason().name() + ": " + missing.detail());
        }
        var changes =
                terms.rates(agreement.rate(), periods, paper.paidOutOn(), index).steps();
        if (steps.size() != changes.size()) {
            throw new PaperFault(
                    "index",
                    "an index of one's own is reset with the periods of the loan: each-period, or never ("
                            + floating.reset()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-')
                            + " falls between them)");
        }
        var conditions = terms.agreed().with(new RateRule.Stepped(steps));
        return new LoanAgreement(
                withConditions(terms, conditions),
                agreement.principal(),
                agreement.rate(),
                agreement.instalments(),
                agreement.firstDueOn(),
                agreement.funding());
    }
}
