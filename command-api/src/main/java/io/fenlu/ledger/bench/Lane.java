package io.fenlu.ledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One side of a measurement: who runs, with which loans, and what came of it. */
final class Lane implements AutoCloseable {
    private final Side side;
    private final Contender contender;
    private final Orders orders;
    private final int clients;
    private final List<Window> windows = new ArrayList<>();
    private final List<List<UUID>> acknowledged = new ArrayList<>();

    private Lane(Side side, Contender contender, Orders orders, int clients) {
        this.side = side;
        this.contender = contender;
        this.orders = orders;
        this.clients = clients;
    }

    static Lane open(Ground ground, Side side, Scenario scenario, int clients) {
        var contender = ground.open(side);
        var portfolio = Portfolio.of(scenario.loans());
        contender.bring(portfolio.loans(), 0);
        return new Lane(side, contender, Orders.of(scenario, portfolio.loans()), clients);
    }

    Side side() {
        return side;
    }

    <T> T part(Class<T> type) {
        return contender.part(type);
    }

    /** Runs without being measured; what is acknowledged must be kept all the same. */
    void warmUp(Duration length) {
        acknowledged.add(run(length).acknowledged());
    }

    void measure(Duration length) {
        var window = run(length);
        acknowledged.add(window.acknowledged());
        windows.add(window);
    }

    private Window run(Duration length) {
        var window = Window.of(contender::obeys, orders, clients, length);
        contender.rest();
        return window;
    }

    List<Window> windows() {
        return windows;
    }

    List<List<UUID>> acknowledged() {
        return acknowledged;
    }

    @Override
    public void close() {
        contender.close();
    }
}
