package io.fenlu.ledger.bench;

import io.fenlu.ledger.eventstore.TimeOrderedIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;

/** Loans that have equally many facts behind them. */
record LoanCohort(int facts, List<UUID> loans) {
    private static final int LOANS = 20;

    /** From here on the ledger has taken a picture of a loan. */
    private static final int FACTS_WITH_PICTURE = 1_000;

    private static final int ROUNDS_BEFORE = 20;

    static LoanCohort of(int facts) {
        return new LoanCohort(
                facts, Stream.generate(TimeOrderedIds::next).limit(LOANS).toList());
    }

    /** The past comes beside the command bus, the last fact through it, so that the ledger takes its pictures as it always does. */
    void bring(Contender ledger) {
        ledger.bring(loans, facts - Portfolio.FACTS_EACH - 1);
        loans.forEach(loan -> ledger.obeys(Portfolio.repayment(loan)));
        if (facts >= FACTS_WITH_PICTURE) {
            var engine = ledger.part(EventStorageEngine.class);
            loans.forEach(loan -> awaitPicture(engine, loan.toString()));
        }
    }

    private static void awaitPicture(EventStorageEngine engine, String loan) {
        var end = System.nanoTime() + 30_000_000_000L;
        while (engine.readSnapshot(loan).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no picture of " + loan + " within 30 seconds");
            }
            Thread.onSpinWait();
        }
    }

    /** Repayments one after the other, on loans of all cohorts in turn. */
    static Map<String, Object> measure(Contender ledger, List<LoanCohort> cohorts, int rounds, boolean forget) {
        repay(ledger, cohorts, ROUNDS_BEFORE, forget);
        var latencies = repay(ledger, cohorts, rounds, forget);
        var figures = new LinkedHashMap<String, Object>();
        latencies.forEach((cohort, of) -> {
            figures.put("p50_ms_" + cohort.facts(), Thousandths.ratio(of.micros(500), 1_000));
            figures.put("p99_ms_" + cohort.facts(), Thousandths.ratio(of.micros(990), 1_000));
            figures.put("picture_bytes_" + cohort.facts(), cohort.pictureLength(ledger));
        });
        var of = List.copyOf(latencies.values());
        figures.put(
                "p50_ratio",
                Thousandths.ratio(of.getLast().micros(500), of.getFirst().micros(500)));
        return figures;
    }

    private static Map<LoanCohort, Latencies> repay(
            Contender ledger, List<LoanCohort> cohorts, int rounds, boolean forget) {
        var cache = ledger.part(Cache.class);
        var latencies = new LinkedHashMap<LoanCohort, Latencies>();
        cohorts.forEach(cohort -> latencies.put(cohort, new Latencies()));
        for (var round = 0; round < rounds; round++) {
            for (var number = 0; number < LOANS; number++) {
                for (var cohort : latencies.entrySet()) {
                    var loan = cohort.getKey().loans().get(number);
                    if (forget) {
                        cache.remove(loan.toString());
                    }
                    var begun = System.nanoTime();
                    ledger.obeys(Portfolio.repayment(loan));
                    cohort.getValue().record(System.nanoTime() - begun);
                }
            }
        }
        return latencies;
    }

    private long pictureLength(Contender ledger) {
        return ledger.part(EventStorageEngine.class)
                .readSnapshot(loans.getFirst().toString())
                .map(picture -> picture.serializePayload(ledger.part(Serializer.class), byte[].class)
                        .getData()
                        .length)
                .orElse(0);
    }
}
