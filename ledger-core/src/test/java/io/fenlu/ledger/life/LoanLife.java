package io.fenlu.ledger.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.allocation.AllocationLine;
import io.fenlu.ledger.allocation.Bucket;
import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.books.LedgerAccount;
import io.fenlu.ledger.books.LoanPostings;
import io.fenlu.ledger.funding.FundedAmount;
import io.fenlu.ledger.kernel.Decision;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanEvent;
import io.fenlu.ledger.loan.LoanEvent.LoanDisbursed;
import io.fenlu.ledger.loan.LoanEvent.RepaymentReceived;
import io.fenlu.ledger.loan.LoanEvent.ScheduleRevised;
import io.fenlu.ledger.loan.LoanRefusal;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.story.LoanStory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Lives a plan and checks after every fact what must always be true of a loan. */
public final class LoanLife {
    private final LoanPlan plan;
    private final LoanStory story = new LoanStory();
    private final LedgerSheet books = new LedgerSheet();
    private LocalDate today;
    private Money repaid;

    private LoanLife(LoanPlan plan) {
        this.plan = plan;
        today = plan.paidOutOn();
        repaid = plan.agreement().principal().zero();
    }

    /** The whole life; the story ends settled. */
    public static LoanStory live(LoanPlan plan) {
        var life = new LoanLife(plan);
        life.begin();
        for (var step : plan.steps()) {
            life.step(step);
        }
        life.end();
        return life.story;
    }

    private void begin() {
        story.request(plan.agreement(), plan.requestedOn());
        story.payOut(plan.paidOutOn());
        story.events().forEach(event -> LoanPostings.each(event).forEach(books::post));
        var disbursed = story.events().stream()
                .filter(LoanDisbursed.class::isInstance)
                .map(LoanDisbursed.class::cast)
                .findFirst()
                .orElseThrow();
        mustSpread(disbursed.instalments(), plan.agreement().principal(), plan.paidOutOn(), 1);
        mustSum(disbursed.funding(), Bucket.PRINCIPAL, plan.agreement().principal());
    }

    private void step(LoanPlan.Step step) {
        if (story.isSettled()) {
            return;
        }
        today = today.plusDays(step.days());
        var owed = story.standing(today).balances();
        var amount = amount(step, owed.payoff());
        if (amount.isMoreThan(owed.payoff()) && plan.agreement().terms().overpayment() == OverpaymentRule.REFUSE) {
            story.refuses(story.repayment(amount, today), LoanRefusal.AMOUNT_EXCEEDS_PAYOFF);
        } else if (amount.isPositive()) {
            pay(amount);
        }
    }

    private Money amount(LoanPlan.Step step, Money payoff) {
        var unit = new Money(1, payoff.currency());
        var standing = story.standing(today);
        return switch (step.sum()) {
            case ONE_UNIT -> unit;
            case WHAT_IS_DUE -> standing.balances().due();
            case NEXT_INSTALMENT ->
                standing.schedule().stream()
                        .filter(row -> !row.due())
                        .findFirst()
                        .map(row -> row.bill().total().min(payoff))
                        .orElse(payoff);
            case PART_OF_PAYOFF -> new Money(payoff.minor() * step.perMille() / 1000, payoff.currency());
            case RUNNING_INTEREST ->
                standing.balances().due().plus(standing.balances().interestAccrued());
            case PAYOFF_LESS_ONE_UNIT -> payoff.minus(unit);
            case PAYOFF -> payoff;
            case MORE_THAN_PAYOFF -> payoff.plus(new Money(step.perMille(), payoff.currency()));
        };
    }

    private void pay(Money amount) {
        var before = story.standing(today).balances();
        var facts = story.obey(story.repayment(amount, today));
        for (var fact : facts) {
            LoanPostings.each(fact).forEach(books::post);
            if (fact instanceof ScheduleRevised revised
                    && !revised.instalments().isEmpty()) {
                var next = revised.instalments().getFirst();
                mustSpread(
                        revised.instalments(),
                        story.standing(today).balances().principalNotDue(),
                        next.from(),
                        next.number());
            }
        }
        var received = (RepaymentReceived) facts.getFirst();
        mustSpend(received);
        repaid = repaid.plus(sum(received.allocation(), Bucket.PRINCIPAL));
        var owed = received.balances();
        assertThat(repaid.plus(owed.principal())).isEqualTo(plan.agreement().principal());
        assertThat(before.payoff().minus(amount).orZero())
                .as("what is left to pay")
                .isEqualTo(owed.payoff());
        assertThat(story.isSettled()).isEqualTo(owed.payoff().isZero());
        assertThat(story.standing(today).balances()).isEqualTo(owed);
        assertThat(books.balance(LedgerAccount.LOAN_PRINCIPAL))
                .isEqualTo(owed.principal().minor());
        assertThat(books.balance(LedgerAccount.INTEREST_RECEIVABLE))
                .isEqualTo(owed.interest().minor());
        assertThat(books.balance(LedgerAccount.PENALTY_RECEIVABLE))
                .isEqualTo(owed.penalty().minor());
        assertThat(-books.balance(LedgerAccount.BORROWER_CREDIT))
                .isEqualTo(owed.credit().minor());
        books.mustBalance();
        books.noLenderIsOwedLessThanNothing();
    }

    private void end() {
        if (!story.isSettled()) {
            today = today.plusDays(plan.seed() % 50);
            pay(story.standing(today).balances().payoff());
        }
        assertThat(story.isSettled()).as("settled by its payoff").isTrue();
        assertThat(story.standing(today).balances().payoff().isZero()).isTrue();
        books.nothingIsOwedToAnyLender();
        assertThat(replay(story.events())).isEqualTo(story.state());
        assertThat(story.decide(story.repayment(new Money(1, repaid.currency()), today)))
                .isInstanceOf(Decision.Refused.class);
    }

    private static LoanState replay(List<LoanEvent> events) {
        var decider = new LoanDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private void mustSpread(List<Instalment> rows, Money principal, LocalDate from, int number) {
        if (rows.isEmpty()) {
            assertThat(plan.agreement().instalments()).isZero();
            return;
        }
        var balance = principal;
        var start = from;
        var count = number;
        for (var row : rows) {
            assertThat(row.principal().isNegative() || row.interest().isNegative())
                    .as("%s", row)
                    .isFalse();
            assertThat(row.dueOn()).isAfter(start);
            assertThat(row.from()).isEqualTo(start);
            assertThat(row.number()).isEqualTo(count++);
            balance = balance.minus(row.principal());
            assertThat(row.balance()).as("%s", row).isEqualTo(balance);
            start = row.dueOn();
        }
        assertThat(balance.isZero())
                .as("principal of the schedule sums to the loan: %s", rows)
                .isTrue();
    }

    private static void mustSpend(RepaymentReceived received) {
        var spent = received.credit();
        for (var line : received.allocation()) {
            assertThat(line.amount().isPositive()).isTrue();
            spent = spent.plus(line.amount());
        }
        assertThat(spent).as("allocation and credit").isEqualTo(received.amount());
        for (var bucket : Bucket.values()) {
            mustSum(received.funding(), bucket, sum(received.allocation(), bucket));
        }
    }

    private static void mustSum(Collection<FundedAmount> parts, Bucket bucket, Money whole) {
        var sum = Money.sum(
                whole.currency(),
                parts.stream()
                        .filter(part -> part.bucket() == bucket)
                        .map(FundedAmount::amount)
                        .toList());
        assertThat(sum).as("parts of the lenders in %s", bucket).isEqualTo(whole);
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.amount().isPositive()).isTrue());
    }

    private static Money sum(List<AllocationLine> lines, Bucket bucket) {
        return Money.sum(
                lines.isEmpty() ? Currency.CNY : lines.getFirst().amount().currency(),
                lines.stream()
                        .filter(line -> line.bucket() == bucket)
                        .map(AllocationLine::amount)
                        .toList());
    }
}
