package io.fenlu.ledger.bench;

import io.fenlu.ledger.eventstore.Receipt;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One side of a measurement with all its views: repayments on 1,000 loans, held by what the views can follow. */
final class ViewedLane implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 120 * SECOND;
    private static final int ONE_IN = 4;

    /**
     * What came of some seconds.
     *
     * @param caughtUpMillis from the planned end until every view had read everything
     */
    record Stretch(long perSecond, long errors, long caughtUpMillis, Latencies acknowledged, Latencies seen) {}

    private final Side side;
    private final Contender contender;
    private final Views views;
    private final Orders orders;
    private final int clients;

    private ViewedLane(Side side, Contender contender, Orders orders, int clients) {
        this.side = side;
        this.contender = contender;
        this.views = Views.of(contender);
        this.orders = orders;
        this.clients = clients;
    }

    static ViewedLane open(Ground ground, Side side, int clients) {
        var contender = Views.open(ground, side);
        var portfolio = Portfolio.of(Scenario.HOT.loans());
        contender.bring(portfolio.loans(), 0);
        return new ViewedLane(side, contender, Orders.of(Scenario.HOT, portfolio.loans()), clients);
    }

    Side side() {
        return side;
    }

    /** As many orders as the views can follow. */
    Stretch sustain(Duration length) {
        views.await(views.head(), PATIENCE);
        try (var backlog = new Backlog(views)) {
            var end = System.nanoTime() + length.toNanos();
            var window = Window.of(
                    order -> {
                        backlog.awaitTurn();
                        return contender.obeys(order);
                    },
                    orders,
                    clients,
                    length);
            return stretch(window, end, window.latencies(), new Latencies());
        }
    }

    /** So many orders a second, whatever the views do; one in a few is watched until the views show it. */
    Stretch pace(long perSecond, Duration length) {
        views.await(views.head(), PATIENCE);
        var turn = new AtomicLong();
        var begun = System.nanoTime();
        var latencies = new Latencies();
        try (var sightings = new Sightings(views)) {
            var end = begun + length.toNanos();
            var window = Window.of(
                    order -> {
                        var number = turn.getAndIncrement();
                        awaitUntil(Math.min(end, begun + number * SECOND / Math.max(1, perSecond)));
                        var asked = System.nanoTime();
                        var answer = contender.answer(order);
                        latencies.record(System.nanoTime() - asked);
                        if (number % ONE_IN == 0 && answer.getPayload() instanceof Receipt receipt) {
                            receipt.position().ifPresent(sightings::expect);
                        }
                        return !answer.isExceptional();
                    },
                    orders,
                    clients,
                    length);
            return stretch(window, end, latencies, sightings.all());
        }
    }

    private Stretch stretch(Window window, long end, Latencies answered, Latencies seen) {
        var caughtUp = views.await(views.head(), PATIENCE) - end;
        return new Stretch(window.perSecond(), window.errors(), Math.max(0, caughtUp / 1_000_000), answered, seen);
    }

    private static void awaitUntil(long at) {
        for (var now = System.nanoTime(); now < at; now = System.nanoTime()) {
            LockSupport.parkNanos(at - now);
        }
    }

    @Override
    public void close() {
        contender.close();
    }
}
