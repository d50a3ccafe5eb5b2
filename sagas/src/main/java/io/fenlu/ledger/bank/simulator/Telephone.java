package io.fenlu.ledger.bank.simulator;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** When the simulated bank calls the ledger, and in which order. */
final class Telephone implements AutoCloseable {
    private final SimulatedBook book;
    private final Callback callback;
    private final ExecutorService hands;
    private final Duration lateness;
    private final AtomicReference<@Nullable SimulatedPayout> kept = new AtomicReference<>();

    Telephone(SimulatedBook book, Callback callback, ExecutorService hands, Duration lateness) {
        this.book = book;
        this.callback = callback;
        this.hands = hands;
        this.lateness = lateness;
    }

    void callSoon(SimulatedPayout payout) {
        hands.execute(() -> call(payout));
    }

    /** Pays when the time has come, and calls; once, however often the payout was sent. */
    void payLater(SimulatedPayout payout) {
        if (payout.asked() == 1) {
            hands.execute(() -> {
                if (sleep()) {
                    call(book.pay(payout.id()));
                }
            });
        }
    }

    void callTwice(SimulatedPayout payout) {
        hands.execute(() -> {
            call(payout);
            call(payout);
        });
    }

    /**
     * Keeps a payout until the next one came, which is then paid and called first, before its own answer. One that stays alone is paid
     * after a while, and called.
     */
    SimulatedPayout outOfOrder(SimulatedPayout payout) {
        if (payout.asked() > 1) {
            return book.find(payout.id()).orElse(payout);
        }
        var earlier = kept.getAndSet(null);
        if (earlier == null) {
            kept.set(payout);
            hands.execute(() -> {
                if (sleep() && kept.compareAndSet(payout, null)) {
                    call(book.pay(payout.id()));
                }
            });
            return payout;
        }
        var paid = book.pay(payout.id());
        call(paid);
        callSoon(book.pay(earlier.id()));
        return paid;
    }

    private void call(SimulatedPayout payout) {
        var outcome = payout.outcome();
        if (outcome != null
                && callback.call(payout.id(), outcome, UUID.randomUUID().toString())) {
            book.called(payout.id());
        }
    }

    private boolean sleep() {
        try {
            Thread.sleep(lateness);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        callback.close();
    }
}
