package io.fenlu.ledger.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The readers at work from a start to a stop: one reads for all views together; a view that stumbled, or is far behind, gets a reader
 * of its own until it has caught up, so that it holds up nobody.
 */
final class ReadingShift {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingShift.class);
    private static final long FAR_BEHIND = 10_000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** What a shift works with. */
    interface Work {
        /** All views. */
        List<Projection> projections();

        /** A lane for some views, cut into segments as is wanted now. */
        Lane lane(List<Projection> views, Stride stride, Wake wake) throws InterruptedException;

        /** Where each view stands. */
        Map<String, Long> positions();

        /** How many facts are digested at once. */
        int batch();
    }

    private final Work work;
    private final Claim claim;
    private final ViewFailures failures;
    private final Map<String, Thread> alone = new ConcurrentHashMap<>();
    private final Wake together = new Wake();
    private final Thread main;
    private volatile boolean on = true;
    private volatile boolean ours;
    private volatile boolean regroup;

    ReadingShift(Work work, Claim claim, ViewFailures failures) {
        this.work = work;
        this.claim = claim;
        this.failures = failures;
        this.main = Thread.ofPlatform().daemon().name("views").unstarted(this::readOn);
    }

    void begin() {
        main.start();
    }

    /** Returns when nobody reads any more; what was under way is finished. */
    void end() {
        on = false;
        together.ring();
        join(main);
        alone.values().forEach(ReadingShift::join);
    }

    private void readOn() {
        var pause = Duration.ZERO;
        var stride = new Stride(work.batch());
        while (on) {
            try {
                ours = claim.take();
                if (ours) {
                    readTogether(stride);
                    pause = Duration.ZERO;
                } else {
                    together.await(A_MOMENT.toMillis());
                }
            } catch (InterruptedException _) {
                on = false;
            } catch (RuntimeException | Error failed) {
                if (!stride.stumbled() && pause.isZero()) {
                    continue;
                }
                tell("The views stand still and will try again", pause, failed);
                pause = longer(pause);
                sleep(together, pause);
            }
        }
        ours = false;
        alone.values().forEach(ReadingShift::join);
        giveBack();
    }

    private void readTogether(Stride stride) throws InterruptedException {
        regroup = false;
        leaveStragglers();
        var views = work.projections().stream()
                .filter(view -> !alone.containsKey(view.view()))
                .toList();
        if (views.isEmpty()) {
            together.await(A_MOMENT.toMillis());
            return;
        }
        try {
            work.lane(views, stride, together).read(_ -> on && !regroup && claim.keep());
        } catch (ViewStumbled stumbled) {
            note(stumbled.view(), stumbled.reason());
            views.stream()
                    .filter(view -> view.view().equals(stumbled.view()))
                    .forEach(view -> sendOff(view, new Stride(work.batch()).carefulUntil(stride.begun())));
        } catch (RuntimeException failed) {
            views.forEach(view -> note(view.view(), failed));
            throw failed;
        }
    }

    private void leaveStragglers() {
        var positions = work.positions();
        var front = positions.values().stream().mapToLong(Long::longValue).max().orElse(0);
        for (var view : work.projections()) {
            if (front - positions.getOrDefault(view.view(), 0L) > FAR_BEHIND && !alone.containsKey(view.view())) {
                sendOff(view, new Stride(work.batch()));
            }
        }
    }

    private void sendOff(Projection view, Stride stride) {
        var thread = Thread.ofPlatform().daemon().name("view-" + view.view()).unstarted(() -> readAlone(view, stride));
        alone.put(view.view(), thread);
        thread.start();
    }

    private void readAlone(Projection view, Stride stride) {
        var wake = new Wake();
        var pause = Duration.ZERO;
        while (on && ours) {
            try {
                var permission = new UntilCaughtUp();
                work.lane(List.of(view), stride, wake).read(permission);
                if (permission.caughtUp) {
                    break;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException | Error failed) {
                note(view.view(), failed instanceof ViewStumbled stumbled ? stumbled.reason() : failed);
                if (stride.stumbled()) {
                    tell("The view " + view.view() + " stands still and will try again", pause, failed);
                    pause = longer(pause);
                    sleep(wake, pause);
                } else {
                    pause = Duration.ZERO;
                }
            }
        }
        alone.remove(view.view());
        regroup = true;
        together.ring();
    }

    private final class UntilCaughtUp implements Lane.Permission {
        private boolean caughtUp;

        @Override
        public boolean goOn(boolean idle) {
            caughtUp = idle;
            return on && ours && !idle;
        }
    }

    private void note(String view, Throwable failure) {
        try {
            failures.note(view, work.positions().getOrDefault(view, 0L), failure);
        } catch (RuntimeException failed) {
            LOG.warn("Nobody knows where the view {} stands", view, failed);
        }
    }

    /** The first time with everything, then with what it was, so that a fault that stays does not fill the log. */
    private static void tell(String what, Duration pauseBefore, Throwable failed) {
        if (pauseBefore.isZero()) {
            LOG.warn(what, failed);
        } else {
            LOG.warn(
                    "{}: {}",
                    what,
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** In small steps, so that a stop is not kept waiting. */
    private void sleep(Wake wake, Duration pause) {
        var until = System.nanoTime() + pause.toNanos();
        try {
            while (on && System.nanoTime() < until) {
                wake.await(Math.min(A_MOMENT.toMillis(), pause.toMillis()));
            }
        } catch (InterruptedException _) {
            on = false;
        }
    }

    private void giveBack() {
        try {
            claim.release();
        } catch (RuntimeException failed) {
            LOG.debug("Nobody could be told that the views are free", failed);
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.isZero() ? A_MOMENT : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
