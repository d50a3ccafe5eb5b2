package io.fenlu.ledger.process.billday;

import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.billday.BillDiary.Due;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts what a bill day does while many hands do it. */
final class BillDayTally {
    private static final long TELL_EVERY = 10_000;
    private static final int FAULTS_TOLD = 100;

    private final LocalDate day;
    private final Consumer<String> tell;
    private final long begun = System.nanoTime();
    private final AtomicLong due = new AtomicLong();
    private final AtomicLong bills = new AtomicLong();
    private final AtomicLong nothing = new AtomicLong();
    private final Map<Due, String> refused = new ConcurrentHashMap<>();
    private final Map<Due, String> unanswered = new ConcurrentHashMap<>();
    private volatile boolean outdated;

    BillDayTally(LocalDate day, Consumer<String> tell) {
        this.day = day;
        this.tell = tell;
    }

    /** So many more are due; those found refused or unanswered before are found again. */
    void due(long found) {
        due.addAndGet(Math.max(0, found - refused.size() - unanswered.size()));
    }

    void bill(Due asked) {
        unanswered.remove(asked);
        asked(bills.incrementAndGet() + nothing.get());
    }

    void nothing(Due asked) {
        unanswered.remove(asked);
        asked(nothing.incrementAndGet() + bills.get());
    }

    private void asked(long number) {
        if (number % TELL_EVERY == 0) {
            tell.accept("%,d of %,d asked, %,d bills".formatted(number, due.get(), bills.get()));
        }
    }

    void refused(Due asked, Refused no) {
        unanswered.remove(asked);
        refused.put(asked, no.code() + ", " + no.detail());
    }

    void unanswered(Due asked, String why) {
        unanswered.put(asked, why);
    }

    boolean hasUnanswered() {
        return !unanswered.isEmpty();
    }

    /** Bills whose answer came too late, but which came out. */
    void outAfterAll(Predicate<Due> out) {
        List.copyOf(unanswered.keySet()).stream().filter(out).forEach(this::bill);
    }

    void outdated() {
        outdated = true;
    }

    long issued() {
        return bills.get();
    }

    boolean isHopeless(int faultsAtMost) {
        return unanswered.size() >= faultsAtMost;
    }

    BillDayReport report() {
        return new BillDayReport(
                day,
                due.get(),
                bills.get(),
                nothing.get(),
                refused.size(),
                unanswered.size(),
                !outdated,
                Duration.ofNanos(System.nanoTime() - begun),
                faults());
    }

    private List<String> faults() {
        var late = outdated
                ? Stream.of("the diary of bills has not read all facts in time; bills may be missing")
                : Stream.<String>empty();
        var asked = Stream.of(refused, unanswered)
                .flatMap(faults -> faults.entrySet().stream())
                .map(fault ->
                        fault.getKey().accountId() + " on " + fault.getKey().cutOn() + ": " + fault.getValue());
        return Stream.concat(late, asked).limit(FAULTS_TOLD).toList();
    }
}
