package io.fenlu.ledger.bench;

import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.loan.LoanDecider;
import io.fenlu.ledger.loan.LoanState;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.CashLoan;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;

/** Prints the time of a decision: median of many rounds after the machine has warmed up. */
public final class DecisionTime {
    private static final LoanDecider DECIDER = new LoanDecider();
    private static final int ROUNDS = 21;

    private DecisionTime() {}

    public static void main(String[] args) {
        var paidOnTime = loan(CashLoan.EQUAL_INSTALMENT, 12);
        var due = paidOnTime.firstSchedule().get(12);
        tell(
                "an instalment on its day, 36 months, 12 paid",
                20_000,
                paidOnTime,
                paidOnTime.repayment(due.total(), due.dueOn()));
        tell(
                "a prepayment, 36 months, 12 paid",
                5_000,
                paidOnTime,
                paidOnTime.repayment(yuan(due.total(), 3), due.dueOn()));
        backdated("36 months in small sums, each repaid early", busy(200));
        backdated("36 months with bills, part payments, month ends", monthly());
    }

    private static void backdated(String what, LoanStory story) {
        System.out.println(what + ": " + story.events().size() + " facts");
        tell("a repayment after all of them", 500, story, Entries.repay(9_999, "1.00", "2027-03-31"));
        tell("a repayment before all of them", 100, story, Entries.repay(9_999, "1.00", "2024-01-31"));
        tell("a repayment after half of them", 200, story, Entries.repay(9_999, "1.00", "2025-05-30"));
    }

    /** Five facts a month: a bill, a part on the due day, a month end, the rest late, penalty in the books. */
    private static LoanStory monthly() {
        var terms = TermsRow.equalInstalment()
                .penaltyWithGrace(0)
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .terms();
        var story = LoanStory.of(LoanStory.agreement(terms, "120000.00", "0.144", 36), "2024-01-10");
        var rows = story.firstSchedule();
        for (var row : rows.subList(0, 35)) {
            var due = row.dueOn();
            story.obey(Entries.bill(row.number(), due.toString()));
            story.obey(Entries.repay(100_000 + row.number(), "3000.00", due.toString()));
            story.obey(Entries.chargePenalty(due.plusDays(5).toString()));
            story.repay(
                    story.standing(due.plusDays(6)).balances().due().amount(),
                    due.plusDays(6).toString());
            story.obey(Entries.monthEnd(90, due.plusDays(15).toString()));
        }
        return story;
    }

    private static Money yuan(Money amount, int times) {
        return new Money(amount.minor() * times, amount.currency());
    }

    private static LoanStory loan(ProductTerms terms, int paid) {
        var story = LoanStory.of(LoanStory.agreement(terms, "120000.00", "0.144", 36), "2024-01-31");
        for (var row : story.firstSchedule().subList(0, paid)) {
            story.repay(row.total().amount(), row.dueOn().toString());
        }
        return story;
    }

    /** A loan of 36 months with a fact every five days: small repayments, some of them early, fees, month ends. */
    private static LoanStory busy(int facts) {
        var terms = TermsRow.equalInstalment()
                .penaltyWithGrace(0)
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .conditions(Entries.LETTERS)
                .terms();
        var story = LoanStory.of(LoanStory.agreement(terms, "120000.00", "0.144", 36), "2024-01-31");
        var day = LocalDate.parse("2024-02-01");
        for (int k = 0; k < facts; k++) {
            day = day.plusDays(5);
            story.obey(busyDay(k, day));
        }
        return story;
    }

    private static LoanCommand busyDay(int k, LocalDate day) {
        var date = day.toString();
        return switch (k % 6) {
            case 0 -> Entries.monthEnd(90, date);
            case 3 -> Entries.fee(1_000 + k, "1.00", date);
            default -> Entries.repay(1_000 + k, "700.00", date);
        };
    }

    private static void tell(String what, int times, LoanStory story, LoanCommand order) {
        var state = story.state();
        if (!(state instanceof LoanState.Active)) {
            throw new IllegalStateException("not running: " + state);
        }
        Supplier<Object> decision = () -> DECIDER.decide(state, order);
        System.out.println(decision.get().getClass().getSimpleName());
        var rounds = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var before = System.nanoTime();
            for (int k = 0; k < times; k++) {
                if (decision.get() == null) {
                    throw new IllegalStateException();
                }
            }
            rounds[round] = (System.nanoTime() - before) / times;
        }
        Arrays.sort(rounds, 5, ROUNDS);
        System.out.printf("%-50s %,10d ns%n", what, rounds[(ROUNDS + 5) / 2]);
    }
}
