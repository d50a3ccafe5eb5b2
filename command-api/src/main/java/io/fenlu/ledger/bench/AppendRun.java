package io.fenlu.ledger.bench;

import io.fenlu.ledger.bench.AppendResult.Found;
import io.fenlu.ledger.bench.AppendResult.Groups;
import io.fenlu.ledger.eventstore.Durability;
import io.fenlu.ledger.eventstore.JournalStore;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.SerialAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** One measurement with one number of clients: all sides in turn, again and again, on stores that began empty. */
final class AppendRun {
    private static final int SAMPLE = 2_000;
    static final int WARM_UP_ROUNDS = 3;
    private static final Duration CEILING_AT_MOST = Duration.ofSeconds(3);

    private final Ground ground;
    private final AppendSetting setting;
    private final int clients;
    private final Consumer<String> tell;
    private final Map<Side, Lane> lanes = new EnumMap<>(Side.class);
    private final List<Long> ceilings = new ArrayList<>();

    AppendRun(Ground ground, AppendSetting setting, int clients, Consumer<String> tell) {
        this.ground = ground;
        this.setting = setting;
        this.clients = clients;
        this.tell = tell;
    }

    /** Measures; what is found afterwards in the closed stores is part of the result. */
    AppendResult measure() throws SQLException {
        Groups groups;
        try (var ledger = open(Side.LEDGER);
                var _ = open(Side.STOCK)) {
            var unsynced = ground.hasUnsyncedStock() ? List.of(open(Side.STOCK_UNSYNCED)) : List.<Lane>of();
            warmUp();
            groups = pairs(ledger);
            unsynced.forEach(Lane::close);
        }
        var found = new EnumMap<Side, Found>(Side.class);
        for (var lane : lanes.values()) {
            found.put(lane.side(), found(lane));
        }
        return AppendResult.of(setting, clients, List.copyOf(lanes.values()), ceilings, found, groups);
    }

    /**
     * All sides in turn, as they are measured: what was compiled while one ran alone is thrown away when the next one comes, and whoever
     * is measured first would wait for the compiler.
     */
    private void warmUp() {
        for (var round = 0; round < WARM_UP_ROUNDS; round++) {
            lanes.values().forEach(lane -> lane.warmUp(setting.warmUp().dividedBy(WARM_UP_ROUNDS)));
        }
    }

    private Lane open(Side side) {
        var lane = Lane.open(ground, side, setting.scenario(), clients);
        lanes.put(side, lane);
        return lane;
    }

    private Groups pairs(Lane ledger) throws SQLException {
        var appender = ledger.part(SerialAppender.class);
        var reader = ledger.part(LedgerReader.class);
        var rows = reader.after(Math.max(0, reader.durablePosition() - SAMPLE), SAMPLE);
        var groups = new LongAdder();
        try (var ceiling = new Ceiling(
                ground.connection(Side.CEILING),
                Durability.DISK.on(ledger.part(JournalStore.class)),
                rows,
                setting.scenario() == Scenario.NEW)) {
            ceiling.perSecond(atMost(setting.warmUp()));
            appender.whenDurable(groups::increment);
            var before = appender.durablePosition();
            for (var pair = 1; pair <= setting.pairs(); pair++) {
                lanes.values().forEach(lane -> lane.measure(setting.window()));
                ceilings.add(ceiling.perSecond(atMost(setting.window())));
                tell.accept(line(pair));
            }
            return new Groups(appender.durablePosition() - before, groups.sum());
        }
    }

    private static Duration atMost(Duration length) {
        return length.compareTo(CEILING_AT_MOST) < 0 ? length : CEILING_AT_MOST;
    }

    private String line(int pair) {
        var line = new StringBuilder("%5d clients, pair %d:".formatted(clients, pair));
        lanes.forEach((side, lane) ->
                line.append(" %s %,d/s".formatted(side, lane.windows().getLast().perSecond())));
        return line.append(" ceiling %,d/s".formatted(ceilings.getLast())).toString();
    }

    private Found found(Lane lane) throws SQLException {
        var before = setting.scenario() == Scenario.NEW ? 0 : Portfolio.FACTS_EACH;
        var unpacked = ground.bytesUnpacked(lane.side());
        try (var connection = ground.connection(lane.side())) {
            var kept = Kept.in(connection, lane.side());
            return new Found(kept.facts(), kept.lost(lane.acknowledged(), before), unpacked, ground.bytes(lane.side()));
        }
    }
}
