package io.fenlu.ledger.bench;

import io.fenlu.ledger.allocation.OverpaymentRule;
import io.fenlu.ledger.loan.LoanCommand;
import io.fenlu.ledger.product.CashLoan;
import io.fenlu.ledger.story.Entries;
import io.fenlu.ledger.story.LoanStory;
import io.fenlu.ledger.story.TermsRow;
import java.time.LocalDate;

/** Loans of 120,000.00 over 36 months with much behind them, of which a decision is asked. */
final class BusyLoans {
    private BusyLoans() {}

    /** So many instalments paid on their days, and nothing else. */
    static LoanStory threeYears(int paid) {
        var agreed = LoanStory.agreement(CashLoan.EQUAL_INSTALMENT, "120000.00", "0.144", 36);
        var story = LoanStory.of(agreed, "2024-01-31");
        for (var row : story.firstSchedule().subList(0, paid)) {
            story.repay(row.total().amount(), row.dueOn().toString());
        }
        return story;
    }

    /** Five facts a month: a bill, a part on the due day, a month end, the rest late, penalty in the books. */
    static LoanStory billedEachMonth() {
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

    /** An entry every five days: small repayments, some of them early, fees, month ends. */
    static LoanStory repaidInSmallSums(int entries) {
        var terms = TermsRow.equalInstalment()
                .penaltyWithGrace(0)
                .overpayment(OverpaymentRule.HOLD_AS_CREDIT)
                .conditions(Entries.LETTERS)
                .terms();
        var story = LoanStory.of(LoanStory.agreement(terms, "120000.00", "0.144", 36), "2024-01-31");
        var day = LocalDate.parse("2024-02-01");
        for (int k = 0; k < entries; k++) {
            day = day.plusDays(5);
            story.obey(entry(k, day));
        }
        return story;
    }

    private static LoanCommand entry(int k, LocalDate day) {
        var date = day.toString();
        return switch (k % 6) {
            case 0 -> Entries.monthEnd(90, date);
            case 3 -> Entries.fee(1_000 + k, "1.00", date);
            default -> Entries.repay(1_000 + k, "700.00", date);
        };
    }
}
