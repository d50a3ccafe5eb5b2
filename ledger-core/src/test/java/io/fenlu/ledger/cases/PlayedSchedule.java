package io.fenlu.ledger.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.cases.CaseFiles.Line;
import io.fenlu.ledger.cases.CaseFiles.Schedule;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.story.LoanStory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Lives a worked schedule through the decider and compares every row. */
final class PlayedSchedule {
    private final Schedule sheet;
    private final LoanStory story;
    private final Money principal;
    private final LocalDate paidOutOn;
    /** Principal that was not repaid, by the days on which somebody looked. */
    private final TreeMap<LocalDate, Money> owed = new TreeMap<>();

    private LocalDate lastPaidOn;

    private PlayedSchedule(Schedule sheet) {
        this.sheet = sheet;
        var loan = sheet.loan().split(" ", -1);
        principal = LoanStory.yuan(loan[0]);
        paidOutOn = LocalDate.parse(loan[3]);
        lastPaidOn = paidOutOn;
        story = LoanStory.of(
                LoanStory.agreement(TermsLine.read(sheet.terms()), loan[0], loan[1], Integer.parseInt(loan[2])),
                loan[3]);
    }

    static void play(Schedule sheet) {
        var played = new PlayedSchedule(sheet);
        var rows = new ArrayList<Line>();
        for (var line : sheet.lines()) {
            switch (line.key()) {
                case "row" -> rows.add(line);
                case "pay" -> {
                    played.compare(rows);
                    played.pay(line.words().get(1), line.words().get(0));
                }
                case "payoff" -> {
                    played.compare(rows);
                    played.payOff(line.words());
                }
                default -> throw new IllegalStateException(line.toString());
            }
        }
        played.compare(rows);
    }

    private void pay(String amount, String on) {
        story.repay(amount, on);
        lastPaidOn = LocalDate.parse(on);
        owed.put(lastPaidOn, story.standing(on).balances().principal());
    }

    private void payOff(List<String> words) {
        var balances = story.standing(words.get(0)).balances();
        assertThat(balances.principal()).as("%s: principal", sheet).isEqualTo(LoanStory.yuan(words.get(1)));
        assertThat(balances.interest()).as("%s: interest", sheet).isEqualTo(LoanStory.yuan(words.get(2)));
        assertThat(balances.payoff()).as("%s: pay-off", sheet).isEqualTo(LoanStory.yuan(words.get(3)));
        story.repay(words.get(3), words.get(0));
        assertThat(story.isSettled()).as("%s: settled", sheet).isTrue();
    }

    /** Rows that were paid show what was repaid by their due date; the others what is still to come. */
    private void compare(List<Line> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var shown = new ArrayList<List<String>>();
        var balance = principal;
        for (var row : story.standing(lastPaidOn).schedule()) {
            var bill = row.bill();
            var after = row.due() ? owed.floorEntry(bill.dueOn()).getValue() : bill.balance();
            var repaid = balance.minus(after);
            balance = after;
            shown.add(List.of(
                    Integer.toString(bill.number()),
                    bill.dueOn().toString(),
                    repaid.amount(),
                    bill.interest().amount(),
                    repaid.plus(bill.interest()).amount(),
                    after.amount()));
        }
        assertThat(shown)
                .as("%s, %s", sheet, sheet.source())
                .isEqualTo(rows.stream().map(Line::words).toList());
        rows.clear();
    }
}
