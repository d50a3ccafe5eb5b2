package io.fenlu.ledger.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one pen of the journal: takes whatever commands have brought meanwhile, writes it as one group, and answers each of them only
 * when the group is on disk.
 *
 * <p>When the disk fails it puts the pen down: nothing more is taken, nothing in doubt is confirmed, no flush is tried again. The next
 * start reads what is really there; so does this one, on a server that has come back.
 */
public final class SerialAppender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SerialAppender.class);
    private static final int WAITING_AT_MOST = 4_096;
    private static final int REQUESTS_PER_GROUP = 1_024;
    private static final int UNFLUSHED_AT_MOST = 4_096;
    private static final Duration BEFORE_OPENING_AGAIN = Duration.ofMillis(500);
    private static final AppendRequest LOOK = new AppendRequest(List.of(), new InFlight());
    private static final AppendRequest END = new AppendRequest(List.of(), new InFlight());

    private final BlockingQueue<AppendRequest> waiting;
    private final Journal journal;
    private final Thread writer;
    private final InFlight inFlight = new InFlight();
    private final Unflushed unflushed = new Unflushed(this::onDisk, this::look);
    private final Audience audience = new Audience();
    private final LatePlaces latePlaces;
    private GroupCommit pen;
    private volatile long durablePosition;
    private volatile @Nullable LedgerUnavailable closed;
    private volatile boolean closing;

    private SerialAppender(Journal journal, int waitingAtMost) throws SQLException {
        this.journal = journal;
        waiting = new ArrayBlockingQueue<>(waitingAtMost);
        pen = journal.open(audience);
        latePlaces = pen.latePlaces();
        durablePosition = pen.lastPosition();
        unflushed.flushWith(pen::flush);
        writer = Thread.ofPlatform().name("ledger-writer").daemon().unstarted(this::write);
    }

    /** Opens the journal on a connection of its own, which is held until {@link #close}. */
    public static SerialAppender open(DataSource journal, DiskFlush disk, Clock clock) {
        return open(new Journal(journal, disk, clock, LatePlaces.AT_HAND), WAITING_AT_MOST);
    }

    static SerialAppender open(Journal journal, int waitingAtMost) {
        try {
            var appender = new SerialAppender(journal, waitingAtMost);
            appender.unflushed.start();
            appender.writer.start();
            return appender;
        } catch (SQLException failure) {
            throw new LedgerUnavailable(LedgerUnavailable.Why.STOPPED, "the journal cannot be opened", failure);
        }
    }

    /** The last position that is on disk, 0 in an empty journal; nothing beyond it may be shown to anybody. */
    public long durablePosition() {
        return durablePosition;
    }

    /** Where the latest lines are found by aggregate. */
    LatePlaces latePlaces() {
        return latePlaces;
    }

    /** What is on its way to disk. */
    public InFlight inFlight() {
        return inFlight;
    }

    /** Calls back whenever there is more on disk, before anybody is answered, never twice at once; whoever is called must be quick. */
    public void whenDurable(Runnable listener) {
        audience.addForDurable(listener);
    }

    /** Calls back with the id of each aggregate that is to be written of for the first time, before it can be in the journal. */
    public void whenNew(Consumer<String> listener) {
        audience.addForNew(listener);
    }

    /** Calls back on the writer's thread whenever other processes have written to the same journal. */
    public void whenOthersWrote(OtherWriters listener) {
        audience.addForOthers(listener);
    }

    /** Lets the writer look whether other processes have written. */
    void look() {
        var _ = closed == null && !waiting.contains(LOOK) && waiting.offer(LOOK);
    }

    /** Why nothing is taken any more; {@code null} while the journal is open. */
    public @Nullable LedgerUnavailable closed() {
        return closed;
    }

    /**
     * Writes the facts of one command, and returns when they are on disk.
     *
     * @throws LedgerUnavailable when nothing is taken at the moment
     * @throws org.axonframework.modelling.command.ConcurrencyException when another command was faster
     */
    Appended append(List<PendingEvent> events) {
        return queue(events).await();
    }

    /**
     * Takes the facts of one command to be written; what becomes of them is told by the request.
     *
     * @throws LedgerUnavailable when nothing is taken at the moment
     */
    AppendRequest queue(List<PendingEvent> events) {
        var request = new AppendRequest(events, inFlight);
        requireOpen();
        audience.begins(events);
        if (!waiting.offer(request)) {
            throw new LedgerUnavailable(LedgerUnavailable.Why.BUSY, "too many commands are waiting to be written");
        }
        inFlight.began(request);
        var reason = closed;
        if (reason != null && waiting.remove(request)) {
            request.refused(reason);
        }
        return request;
    }

    /** Writes nothing, all the way to disk; refuses when that is not possible, or not within a time. */
    public void tryOut(Duration patience) {
        var nothing = queue(List.of());
        if (!nothing.isOverWithin(patience)) {
            throw new LedgerUnavailable(
                    LedgerUnavailable.Why.BUSY, "the journal has not answered for " + patience.toMillis() + " ms");
        }
        nothing.await();
    }

    /** Refuses while nothing can be written. */
    void requireOpen() {
        var reason = closed;
        if (reason != null) {
            throw new LedgerUnavailable(reason.why(), String.valueOf(reason.getMessage()), reason);
        }
    }

    private void write() {
        while (!writeUntilTheEnd() && openedAgain()) {
            LOG.info("the journal is open again; it ends at position {}", durablePosition);
        }
    }

    /** Whether the end was asked for, and not forced by a failure. */
    private boolean writeUntilTheEnd() {
        var group = new ArrayList<AppendRequest>(REQUESTS_PER_GROUP);
        try {
            while (!group.contains(END)) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, REQUESTS_PER_GROUP - 1);
                commit(group);
            }
            refuseWaiting();
            return true;
        } catch (SQLException | RuntimeException | InterruptedException | Error failure) {
            stop(failure, group);
            return false;
        }
    }

    private void commit(List<AppendRequest> group) throws SQLException {
        unflushed.check();
        var requests = group.stream().filter(request -> request != END).toList();
        if (!requests.isEmpty()) {
            unflushed.add(pen.commit(requests));
        }
        if (isBestFlushedHere(group)) {
            unflushed.flushNow();
        } else {
            unflushed.flushBehind();
        }
    }

    /** Nothing is gained by another thread when there is nobody to go on for, and nothing more is begun when too much waits. */
    private boolean isBestFlushedHere(List<AppendRequest> group) {
        return pen.flushesInCommit()
                || group.contains(END)
                || group.size() == 1 && waiting.isEmpty() && !unflushed.isFlushing()
                || unflushed.size() > UNFLUSHED_AT_MOST;
    }

    /** Those who look on see it before those who asked are answered: a note of how far the journal got never lags behind a promise. */
    private void onDisk(List<GroupCommit.Committed> groups) {
        var last = groups.getLast().lastPosition();
        if (last > durablePosition) {
            durablePosition = last;
            audience.moreIsDurable();
        }
        groups.forEach(GroupCommit.Committed::tell);
    }

    private boolean openedAgain() {
        if (!pen.mayComeBack()) {
            return false;
        }
        pen.abandon();
        while (waitingForTheServer()) {
            try {
                pen = journal.open(audience);
                takeUpAgain();
                return true;
            } catch (SQLException notYet) {
                LOG.debug("the journal cannot be opened yet", notYet);
            } catch (JournalDamaged damaged) {
                LOG.error("the journal has come back, but not whole", damaged);
                pen.abandon();
                return false;
            }
        }
        return false;
    }

    private void takeUpAgain() {
        if (pen.lastPosition() < durablePosition) {
            throw new JournalDamaged(durablePosition, "what was acknowledged before is not there any more");
        }
        audience.wroteMuch();
        durablePosition = pen.lastPosition();
        unflushed.flushWith(pen::flush);
        audience.moreIsDurable();
        synchronized (this) {
            closed = closing ? closed : null;
        }
    }

    private boolean waitingForTheServer() {
        try {
            Thread.sleep(BEFORE_OPENING_AGAIN);
            return !closing;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void stop(Throwable failure, List<AppendRequest> group) {
        LOG.error("the journal could not be written; nothing more is accepted until it is opened again", failure);
        closed = new LedgerUnavailable(LedgerUnavailable.Why.STOPPED, "the journal could not be written", failure);
        var doubt = new LedgerUnavailable(
                LedgerUnavailable.Why.IN_DOUBT, "the journal failed while this was being written", failure);
        for (var committed : unflushed.giveUp(failure)) {
            committed.written().forEach(each -> each.request().refused(doubt));
            committed.tellRefused();
        }
        group.forEach(request -> request.refused(doubt));
        refuseWaiting();
    }

    private void refuseWaiting() {
        var reason = closed == null ? LedgerUnavailable.Why.CLOSING : closed.why();
        var left = new ArrayList<AppendRequest>();
        waiting.drainTo(left);
        left.forEach(request -> request.refused(new LedgerUnavailable(reason, "the journal is closed")));
    }

    /** Writes what is waiting, takes nothing more, and gives the connection back. */
    @Override
    public void close() {
        refuseFromNowOn();
        try {
            if (writer.isAlive()) {
                waiting.put(END);
                writer.join();
            }
            unflushed.close();
            pen.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SQLException failure) {
            LOG.warn("the journal's connection could not be closed", failure);
        }
    }

    private synchronized void refuseFromNowOn() {
        closing = true;
        if (closed == null) {
            closed = new LedgerUnavailable(LedgerUnavailable.Why.CLOSING, "the ledger is shutting down");
        }
    }
}
