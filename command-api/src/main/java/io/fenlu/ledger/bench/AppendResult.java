package io.fenlu.ledger.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one measurement with one number of clients found. */
final class AppendResult {
    /**
     * What was in a closed store.
     *
     * @param lost acknowledged orders that left nothing
     * @param unpacked bytes before the database packed its file
     */
    record Found(long facts, long lost, long unpacked, long bytes) {}

    /** How many facts the ledger wrote while it was measured, in how many groups. */
    record Groups(long facts, long groups) {}

    private final Map<String, Object> figures = new LinkedHashMap<>();

    private AppendResult() {}

    static AppendResult of(
            AppendSetting setting,
            int clients,
            List<Lane> lanes,
            List<Long> ceilings,
            Map<Side, Found> found,
            Groups groups) {
        var result = new AppendResult();
        result.put("clients", (long) clients);
        result.put("scenario", setting.scenario().toString());
        result.put("store", setting.store().toString());
        var ledger = lanes.getFirst();
        for (var lane : lanes) {
            var name = name(lane);
            result.put(name + "_per_second", median(lane));
            if (lane != ledger) {
                var ratios = ratios(ledger, lane);
                result.put(
                        lane.side() == Side.STOCK ? "ratio_median" : "ratio_unsynced_median",
                        Thousandths.median(ratios));
            }
        }
        var ceiling = Thousandths.median(ceilings);
        result.put("ceiling_per_second", ceiling);
        result.put("ceiling_share", Thousandths.ratio(median(ledger), ceiling));
        result.put("batch_mean", Thousandths.ratio(groups.facts(), groups.groups()));
        for (var lane : lanes) {
            result.latencies(lane);
            var of = found.get(lane.side());
            if (of != null) {
                result.store(lane, of);
            }
        }
        var pairs = new ArrayList<Map<String, Long>>();
        for (var pair = 0; pair < ceilings.size(); pair++) {
            var raw = new LinkedHashMap<String, Long>();
            for (var lane : lanes) {
                raw.put(name(lane), lane.windows().get(pair).perSecond());
            }
            raw.put("ceiling", ceilings.get(pair));
            pairs.add(raw);
        }
        result.put("raw_pairs", pairs);
        return result;
    }

    private void latencies(Lane lane) {
        var all = new Latencies();
        lane.windows().forEach(window -> all.add(window.latencies()));
        var prefix = prefix(lane);
        put(prefix + "p50_ms", Thousandths.ratio(all.micros(500), 1_000));
        put(prefix + "p99_ms", Thousandths.ratio(all.micros(990), 1_000));
        put(prefix + "errors", lane.windows().stream().mapToLong(Window::errors).sum());
    }

    private void store(Lane lane, Found of) {
        var prefix = prefix(lane);
        put(prefix + "lost", of.lost());
        put(prefix + "bytes_per_event", of.bytes() / Math.max(1, of.facts()));
        put(prefix + "bytes_per_event_unpacked", of.unpacked() / Math.max(1, of.facts()));
        put(prefix + "events", of.facts());
    }

    private static List<BigDecimal> ratios(Lane ledger, Lane other) {
        var ratios = new ArrayList<BigDecimal>();
        for (var pair = 0; pair < ledger.windows().size(); pair++) {
            ratios.add(Thousandths.ratio(
                    ledger.windows().get(pair).perSecond(),
                    other.windows().get(pair).perSecond()));
        }
        return ratios;
    }

    private static long median(Lane lane) {
        return Thousandths.median(lane.windows().stream().map(Window::perSecond).toList());
    }

    private static String name(Lane lane) {
        return lane.side().toString().replace('-', '_');
    }

    private static String prefix(Lane lane) {
        return lane.side() == Side.LEDGER ? "" : name(lane) + "_";
    }

    private void put(String name, Object figure) {
        figures.put(name, figure);
    }

    Map<String, Object> figures() {
        return figures;
    }

    long figure(String name) {
        return figures.get(name) instanceof Long number ? number : 0;
    }

    /** Nothing acknowledged was lost on any side, and nothing failed. */
    boolean isSound() {
        return figure("lost") == 0 && figure("errors") == 0;
    }
}
