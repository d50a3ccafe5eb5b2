package io.fenlu.ledger.process.billday;

import io.fenlu.ledger.account.AccountCommand.IssueBill;
import io.fenlu.ledger.account.AccountRefusal;
import io.fenlu.ledger.process.Answer.Done;
import io.fenlu.ledger.process.Answer.NoAnswer;
import io.fenlu.ledger.process.Answer.Refused;
import io.fenlu.ledger.process.Cause;
import io.fenlu.ledger.process.Courier;
import io.fenlu.ledger.process.ParkedReactions;
import io.fenlu.ledger.process.billday.BillDiary.Due;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks every account whose bill is due for it, and no other (出账日).
 *
 * <p>What is due stands in the diary; each bill is asked for under a name made of its account and its morning, so that a run that was
 * broken off is simply begun again: bills that are out have left the diary, and one that was asked for twice is issued once.
 */
public final class BillDay {
    private static final String PROCESS = "bill-day";
    private static final int AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Faults after which a run gives up; what it left is found by the next. */
    private static final int HOPELESS = 100;

    private final BillDiary diary;
    private final DiaryReader reader;
    private final Courier courier;
    private final ParkedReactions parked;
    private final Supplier<LocalDate> calendar;

    BillDay(
            BillDiary diary,
            DiaryReader reader,
            Courier courier,
            ParkedReactions parked,
            Supplier<LocalDate> calendar) {
        this.diary = diary;
        this.reader = reader;
        this.courier = courier;
        this.parked = parked;
        this.calendar = calendar;
    }

    /** Which day it is where the ledger keeps its books. */
    public LocalDate today() {
        return calendar.get();
    }

    /**
     * Issues all bills that are due by a day, also those of earlier days that are missing.
     *
     * @param inFlight how many are asked for at once
     * @param tell hears how far it is, now and then
     */
    public BillDayReport run(LocalDate day, int inFlight, Consumer<String> tell) {
        var tally = new BillDayTally(day, tell);
        do {
            if (!reader.hasReadAll(PATIENCE)) {
                tally.outdated();
                break;
            }
            tally.due(diary.count(day));
        } while (askAll(day, inFlight, tally) && !tally.isHopeless(HOPELESS));
        if (tally.hasUnanswered() && reader.hasReadAll(PATIENCE)) {
            tally.outAfterAll(due -> !diary.isDue(due));
        }
        return tally.report();
    }

    /** Asks once for every bill that is due; whether any was issued, so that another may have become due behind it. */
    private boolean askAll(LocalDate day, int inFlight, BillDayTally tally) {
        var before = tally.issued();
        var places = new Semaphore(inFlight);
        try (var hands = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("bill-day-", 0).factory())) {
            var last = Due.first();
            var page = diary.due(day, last, AT_ONCE);
            while (!page.isEmpty() && !tally.isHopeless(HOPELESS)) {
                for (var due : page) {
                    places.acquireUninterruptibly();
                    hands.execute(() -> {
                        try {
                            ask(due, tally);
                        } finally {
                            places.release();
                        }
                    });
                }
                page = diary.due(day, page.getLast(), AT_ONCE);
            }
        }
        return tally.issued() > before;
    }

    private void ask(Due due, BillDayTally tally) {
        var order = new IssueBill(due.accountId(), due.cutOn());
        var cause = cause(due);
        switch (courier.carry(order, cause)) {
            case Done _ -> tally.bill(due);
            case Refused refused
            when refused.code().equals(AccountRefusal.NOTHING_TO_BILL.name()) -> {
                diary.rest(due);
                tally.nothing(due);
            }
            case Refused refused -> {
                parked.keep(order, cause, refused);
                tally.refused(due, refused);
            }
            case NoAnswer(var why) -> tally.unanswered(due, why);
        }
    }

    /** The name of a bill's request: the same however often it is asked for. */
    static Cause cause(Due due) {
        return new Cause(PROCESS, due.accountId().value(), due.accountId() + "|" + due.cutOn(), "account.bill-due");
    }
}
