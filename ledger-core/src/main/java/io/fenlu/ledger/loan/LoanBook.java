package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.loan.LoanEntry.MonthEnd;
import io.fenlu.ledger.loan.LoanEntry.Provision;
import io.fenlu.ledger.loan.LoanEntry.Undoing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to a loan, in the order of its business dates, each entry with what came of it. An entry that is learned
 * late is put in its place, and what comes after it is worked in anew.
 */
record LoanBook(LoanAgreement agreement, List<Step> steps) {
    /** From this version on a day's entries have one order, whatever the order in which they were learned. */
    private static final int ORDERED_ENGINE = 2;

    /** Where a day begins with the night before it, what changes that night comes first on the day. */
    private static final Comparator<LoanEntry> NIGHTS_FIRST = Comparator.comparing(LoanEntry::on)
            .thenComparing(LoanEntry::changesNights, Comparator.reverseOrder())
            .thenComparing(LoanEntry.CANONICAL);

    LoanBook {
        steps = List.copyOf(steps);
    }

    static LoanBook empty(LoanAgreement agreement) {
        return new LoanBook(agreement, List.of());
    }

    /** The book with one entry more. */
    LoanBook with(LoanEntry entry) {
        var place = placeOf(entry);
        var worked = new ArrayList<>(steps.subList(0, place));
        worked.add(next(worked, entry));
        for (var step : steps.subList(place, steps.size())) {
            worked.add(next(worked, step.entry()));
        }
        return new LoanBook(agreement, worked);
    }

    private Step next(List<Step> worked, LoanEntry entry) {
        if (entry instanceof Undoing undoing) {
            return Reversing.step(agreement, worked, undoing);
        }
        var last = worked.isEmpty()
                ? LoanPosition.nothing(agreement, agreement.worksOn(entry))
                : worked.getLast().after();
        return Working.step(agreement, last, entry);
    }

    /** Where an entry belongs. Loans of the first engine know no other order than that of learning. */
    int placeOf(LoanEntry entry) {
        var place = steps.size();
        var ordered = isOrdered();
        var order = agreement.lastDayCounts() ? NIGHTS_FIRST : LoanEntry.CANONICAL;
        while (place > 0) {
            var earlier = steps.get(place - 1).entry();
            var belongsAfter =
                    ordered ? order.compare(earlier, entry) <= 0 : !earlier.on().isAfter(entry.on());
            if (belongsAfter) {
                break;
            }
            place--;
        }
        return place;
    }

    boolean isOrdered() {
        return agreement.terms().engineVersion() >= ORDERED_ENGINE;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** How the loan stands after its last entry. */
    LoanPosition position() {
        return steps.getLast().after();
    }

    /** The date of the last entry. */
    LocalDate lastOn() {
        return steps.getLast().entry().on();
    }

    Optional<Step> find(EntryId id) {
        for (int k = steps.size() - 1; k >= 0; k--) {
            if (steps.get(k).entry().id().equals(id)) {
                return Optional.of(steps.get(k));
            }
        }
        return Optional.empty();
    }

    /** Whether an entry was taken back, on whatever day. */
    boolean isReversed(EntryId id) {
        for (var step : steps) {
            if (step.entry() instanceof Undoing undoing && undoing.reverses().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The position right before an entry, on its day. */
    LoanPosition before(LoanEntry entry) {
        var place = placeOf(entry);
        return place == 0
                ? LoanPosition.nothing(agreement, agreement.worksOn(entry))
                : new Accrual(agreement)
                        .to(agreement.worksOn(entry), steps.get(place - 1).after());
    }

    /** The position at the end of a day; none before the first entry. */
    Optional<LoanPosition> on(LocalDate day) {
        @Nullable Step last = null;
        for (var step : steps) {
            if (step.entry().on().isAfter(day)) {
                break;
            }
            last = step;
        }
        return Optional.ofNullable(last).map(step -> new Accrual(agreement).to(day, step.after()));
    }

    /** The book as it would be without anything dated after a day. */
    LoanBook until(LocalDate day) {
        var kept = 0;
        while (kept < steps.size() && !steps.get(kept).entry().on().isAfter(day)) {
            kept++;
        }
        return new LoanBook(agreement, steps.subList(0, kept));
    }

    /** When the first money reached the borrower. */
    LocalDate startedOn() {
        return steps.getFirst().entry().on();
    }

    boolean isPaidOff() {
        return new Accrual(agreement).isPaidOff(position());
    }

    /** Since when nothing has been owed. */
    LocalDate paidOffOn() {
        var accrual = new Accrual(agreement);
        var since = steps.size() - 1;
        while (since > 0 && accrual.isPaidOff(steps.get(since - 1).after())) {
            since--;
        }
        return steps.get(since).entry().on();
    }

    /** The day on which an entry is booked; the allowance for losses belongs to the period that its day closes. */
    LocalDate bookedOn(LoanEntry entry) {
        return entry instanceof Provision ? bookedOn(entry.on().plusDays(1)).minusDays(1) : bookedOn(entry.on());
    }

    /** The day on which something is booked: its own, or the first after the last closed period. */
    LocalDate bookedOn(LocalDate valuedOn) {
        for (int k = steps.size() - 1; k >= 0; k--) {
            if (steps.get(k).entry() instanceof MonthEnd(var _, var closed)) {
                return valuedOn.isAfter(closed) ? valuedOn : closed.plusDays(1);
            }
        }
        return valuedOn;
    }
}
