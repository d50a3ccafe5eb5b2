package io.fenlu.ledger.loan;

import io.fenlu.ledger.kernel.EntryId;
import io.fenlu.ledger.kernel.PastNeeded;
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
 *
 * <p>Of a long life the older part may be put aside ({@link SealedPast}); what would have to be put into that part throws
 * {@link PastNeeded}.
 *
 * @param past what was put aside; none when all is at hand
 * @param steps what is at hand
 */
record LoanBook(LoanAgreement agreement, @Nullable SealedPast past, List<Step> steps) {
    /** From this version on a day's entries have one order, whatever the order in which they were learned. */
    private static final int ORDERED_ENGINE = 2;

    /** Where a day begins with the night before it, what changes that night comes first on the day. */
    private static final Comparator<LoanEntry> NIGHTS_FIRST = Comparator.comparing(LoanEntry::on)
            .thenComparing(LoanEntry::changesNights, Comparator.reverseOrder())
            .thenComparing(LoanEntry.CANONICAL);

    LoanBook {
        steps = Steps.of(steps);
    }

    private Steps known() {
        return Steps.of(steps);
    }

    static LoanBook empty(LoanAgreement agreement) {
        return new LoanBook(agreement, null, Steps.NONE);
    }

    /** The same book with all but its latest steps put aside; what takes an earlier entry back goes with it. */
    LoanBook sealed(int atHand) {
        var older = steps.size() - atHand;
        for (int k = older; k < steps.size(); k++) {
            if (steps.get(k).entry() instanceof Undoing) {
                older = k + 1;
            }
        }
        return new LoanBook(agreement, SealedPast.of(this, older), steps.subList(older, steps.size()));
    }

    /** The book with one entry more. */
    LoanBook with(LoanEntry entry) {
        var place = placeOf(entry);
        var worked = known().first(place);
        worked = worked.plus(next(worked, entry));
        for (var step : steps.subList(place, steps.size())) {
            worked = worked.plus(next(worked, step.entry()));
        }
        return new LoanBook(agreement, past, worked);
    }

    private Step next(Steps worked, LoanEntry entry) {
        if (entry instanceof Undoing undoing) {
            return Reversing.step(new LoanBook(agreement, past, worked), undoing);
        }
        return Working.step(agreement, last(worked, entry), entry);
    }

    private LoanPosition last(Steps worked, LoanEntry entry) {
        if (!worked.isEmpty()) {
            return worked.getLast().after();
        }
        return past == null ? LoanPosition.nothing(agreement, agreement.worksOn(entry)) : past.after();
    }

    /**
     * Where an entry belongs among the steps at hand. Loans of the first engine know no other order than that of learning.
     *
     * @throws PastNeeded when it belongs before them
     */
    int placeOf(LoanEntry entry) {
        var place = steps.size();
        while (place > 0 && !belongsAfter(steps.get(place - 1).entry(), entry)) {
            place--;
        }
        if (place == 0 && past != null && !belongsAfter(past.last(), entry)) {
            throw new PastNeeded();
        }
        return place;
    }

    private boolean belongsAfter(LoanEntry earlier, LoanEntry entry) {
        if (!isOrdered()) {
            return !earlier.on().isAfter(entry.on());
        }
        var order = agreement.lastDayCounts() ? NIGHTS_FIRST : LoanEntry.CANONICAL;
        return order.compare(earlier, entry) <= 0;
    }

    boolean isOrdered() {
        return agreement.terms().engineVersion() >= ORDERED_ENGINE;
    }

    boolean isEmpty() {
        return past == null && steps.isEmpty();
    }

    /** How the loan stands after its last entry. */
    LoanPosition position() {
        return past != null && steps.isEmpty() ? past.after() : steps.getLast().after();
    }

    /** The date of the last entry. */
    LocalDate lastOn() {
        return (past != null && steps.isEmpty() ? past.last() : steps.getLast().entry()).on();
    }

    /**
     * The step of an entry.
     *
     * @throws PastNeeded when it may be among those put aside
     */
    Optional<Step> find(EntryId id) {
        var found = known().find(id);
        if (found.isEmpty() && past != null && past.seen().mayHave(id.value())) {
            throw new PastNeeded();
        }
        return found;
    }

    /** Whether an entry was taken back, on whatever day. */
    boolean isReversed(EntryId id) {
        if (past != null && past.reversed().contains(id)) {
            return true;
        }
        for (var step : steps) {
            if (step.entry() instanceof Undoing undoing && undoing.reverses().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The position right before an entry, on its day. */
    LoanPosition before(LoanEntry entry) {
        var earlier = known().first(placeOf(entry));
        return earlier.isEmpty() && past == null
                ? LoanPosition.nothing(agreement, agreement.worksOn(entry))
                : new Accrual(agreement).to(agreement.worksOn(entry), last(earlier, entry));
    }

    /** How the debt had been given up right before an entry; without counting up to its day. */
    @Nullable
    Ending endingBefore(LoanEntry entry) {
        return last(known().first(placeOf(entry)), entry).ending();
    }

    /** The position at the end of a day; none before the first entry. */
    Optional<LoanPosition> on(LocalDate day) {
        var then = until(day);
        return then.isEmpty() ? Optional.empty() : Optional.of(new Accrual(agreement).to(day, then.position()));
    }

    /**
     * The book as it would be without anything dated after a day.
     *
     * @throws PastNeeded when something of that is put aside
     */
    LoanBook until(LocalDate day) {
        if (past != null && past.last().on().isAfter(day)) {
            throw new PastNeeded();
        }
        var kept = 0;
        while (kept < steps.size() && !steps.get(kept).entry().on().isAfter(day)) {
            kept++;
        }
        return new LoanBook(agreement, past, known().first(kept));
    }

    /** When the first money reached the borrower. */
    LocalDate startedOn() {
        return past == null ? steps.getFirst().entry().on() : past.startedOn();
    }

    /** The entries of a kind by which money went out, those included that were taken back. */
    <E extends LoanEntry> List<E> outgoing(Class<E> kind) {
        var entries = new ArrayList<LoanEntry>(past == null ? List.of() : past.outgoing());
        steps.forEach(step -> entries.add(step.entry()));
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean isPaidOff() {
        return new Accrual(agreement).isPaidOff(position());
    }

    /** Since when nothing has been owed. */
    LocalDate paidOffOn() {
        var accrual = new Accrual(agreement);
        var since = steps.size();
        while (since > 0 && accrual.isPaidOff(steps.get(since - 1).after())) {
            since--;
        }
        return since == 0 && past != null && past.paidOffOn() != null
                ? past.paidOffOn()
                : steps.get(Math.min(since, steps.size() - 1)).entry().on();
    }

    /** The day on which an entry is booked; the allowance for losses belongs to the period that its day closes. */
    LocalDate bookedOn(LoanEntry entry) {
        return entry instanceof Provision ? bookedOn(entry.on().plusDays(1)).minusDays(1) : bookedOn(entry.on());
    }

    /** The day on which something is booked: its own, or the first after the last closed period. */
    LocalDate bookedOn(LocalDate valuedOn) {
        var atHand = known().closedThrough();
        var closed = atHand != null || past == null ? atHand : past.closedThrough();
        return closed == null || valuedOn.isAfter(closed) ? valuedOn : closed.plusDays(1);
    }
}
