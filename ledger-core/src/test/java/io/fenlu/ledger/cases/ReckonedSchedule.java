package io.fenlu.ledger.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.calendar.DateSpan;
import io.fenlu.ledger.calendar.Period;
import io.fenlu.ledger.cases.CaseFiles.Line;
import io.fenlu.ledger.cases.CaseFiles.Schedule;
import io.fenlu.ledger.interest.InterestCourse;
import io.fenlu.ledger.interest.InterestMeter;
import io.fenlu.ledger.interest.LateRule;
import io.fenlu.ledger.interest.Pause;
import io.fenlu.ledger.interest.Rate;
import io.fenlu.ledger.interest.RateFrom;
import io.fenlu.ledger.interest.RatePath;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.ledger.product.ProductTerms;
import io.fenlu.ledger.schedule.Amortisation;
import io.fenlu.ledger.schedule.Amortisation.Rest;
import io.fenlu.ledger.schedule.Instalment;
import io.fenlu.ledger.story.LoanStory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays a worked schedule with the arithmetic of terms alone: interest of the running period in a meter, the rest spread anew when a sum is
 * drawn or the rate changes, gone on with at the same sum otherwise. Overdue principal bears the contract rate if the terms say so.
 */
final class ReckonedSchedule {
    private final Schedule sheet;
    private final ProductTerms terms;
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Instalment> due = new ArrayList<>();
    private final List<Line> rows = new ArrayList<>();
    private List<Instalment> upcoming;
    private RatePath rates;
    private LocalDate at;
    private Money notDue = Money.zero(Currency.CNY);
    private Money overdue = notDue;
    private Money sum = notDue;
    private InterestMeter meter = InterestMeter.zero(Currency.CNY);

    private ReckonedSchedule(Schedule sheet) {
        this.sheet = sheet;
        terms = TermsLine.read(sheet.terms());
        var words = sheet.loan().split(" ", -1);
        at = LocalDate.parse(words[1]);
        rates = RatePath.fixed(at, Rate.annual(words[0]));
        upcoming = new ArrayList<>();
        for (int k = 2; k < words.length; k++) {
            var from = LocalDate.parse(words[k - 1]);
            upcoming.add(new Instalment(k - 1, from, LocalDate.parse(words[k]), notDue, notDue, notDue));
        }
    }

    static void play(Schedule sheet) {
        var played = new ReckonedSchedule(sheet);
        for (var line : sheet.lines()) {
            if (line.key().equals("row")) {
                played.rows.add(line);
            } else {
                played.compare();
                played.live(line.key(), line.words());
            }
        }
        played.compare();
    }

    private void live(String key, List<String> words) {
        var on = LocalDate.parse(words.get(0));
        switch (key) {
            case "draw" -> {
                to(on);
                notDue = notDue.plus(LoanStory.yuan(words.get(1)));
                if (!due.isEmpty() && due.getLast().dueOn().equals(on)) {
                    var last = due.removeLast();
                    due.add(new Instalment(
                            last.number(), last.from(), last.dueOn(), last.principal(), last.interest(), notDue));
                }
                spreadAnew();
            }
            case "rate" -> {
                to(terms.agreed().days().from(on));
                rates = rates.with(new RateFrom(on, Rate.annual(words.get(1))));
                spreadAnew();
            }
            case "pause" -> {
                to(terms.agreed().days().from(on));
                pauses.add(new Pause(on, LocalDate.parse(words.get(1))));
                goOn();
            }
            case "pay" -> {
                to(on);
                var bill = due.getFirst();
                assertThat(LoanStory.yuan(words.get(1))).isEqualTo(bill.total());
                overdue = overdue.minus(bill.principal()).orZero();
                meter = meter.partEnds(terms.interestRounding());
                goOn();
            }
            case "look" -> {
                to(on);
                goOn();
            }
            default -> throw new IllegalStateException(key);
        }
    }

    private InterestCourse course() {
        return terms.growth(rates, pauses);
    }

    private Amortisation amortisation() {
        return terms.amortisation(course());
    }

    /** Time passes; what falls due on the way is billed and stays overdue until it is paid. */
    private void to(LocalDate day) {
        while (!upcoming.isEmpty() && !upcoming.getFirst().dueOn().isAfter(day)) {
            var next = upcoming.getFirst();
            grow(next.dueOn(), next.period());
            goOn();
            next = upcoming.removeFirst();
            due.add(next);
            notDue = notDue.minus(next.principal());
            if (terms.agreed().late().contractInterest() == LateRule.ContractInterest.GOES_ON) {
                overdue = overdue.plus(next.principal());
            }
            meter = meter.nextPeriod(terms.interestRounding());
        }
        if (!upcoming.isEmpty()) {
            grow(day, upcoming.getFirst().period());
        }
    }

    private void grow(LocalDate day, DateSpan period) {
        meter = meter.grow(course().over(new DateSpan(at, day), period, notDue.plus(overdue)));
        at = day;
    }

    private List<Period> openPeriods() {
        return upcoming.stream()
                .map(row -> new Period(row.period(), at.isAfter(row.from()) ? at : row.from()))
                .toList();
    }

    private Rest rest() {
        return new Rest(notDue, meter, upcoming.getFirst().number());
    }

    private void spreadAnew() {
        sum = amortisation().regularSum(rest(), openPeriods());
        upcoming = new ArrayList<>(amortisation().spread(rest(), openPeriods()));
    }

    private void goOn() {
        if (!upcoming.isEmpty() && notDue.isPositive()) {
            upcoming = new ArrayList<>(amortisation().continueWith(sum, rest(), openPeriods()));
        }
    }

    private void compare() {
        if (rows.isEmpty()) {
            return;
        }
        var shown = new ArrayList<List<String>>();
        var all = new ArrayList<>(due);
        all.addAll(upcoming);
        for (var row : all) {
            shown.add(List.of(
                    Integer.toString(row.number()),
                    row.dueOn().toString(),
                    row.principal().amount(),
                    row.interest().amount(),
                    row.total().amount(),
                    row.balance().amount()));
        }
        assertThat(shown)
                .as("%s, %s", sheet, sheet.source())
                .isEqualTo(rows.stream().map(Line::words).toList());
        rows.clear();
    }
}
