package io.fenlu.ledger.proofs;

import io.fenlu.ledger.gate.DerivedId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Many clients that keep their own record of what they sent and what they were told, and compare it with what a ledger has. */
final class Outsider {
    /** A ledger as a client sees it: what is kept of a repayment, {@code null} when it said no; an I/O error when it is gone. */
    @FunctionalInterface
    interface Ledger {
        @Nullable
        Kept repay(int loan, String key) throws IOException;
    }

    /**
     * What is wrong.
     *
     * @param acknowledged how many repayments were acknowledged so far
     * @param lost acknowledged, and not there
     * @param changed acknowledged, and there in another place or with another content
     * @param doubled there more than once
     * @param strangers there, and never sent
     */
    record Verdict(long acknowledged, long lost, long changed, long doubled, long strangers) {
        Verdict plus(Verdict other) {
            return new Verdict(
                    acknowledged + other.acknowledged,
                    lost + other.lost,
                    changed + other.changed,
                    doubled + other.doubled,
                    strangers + other.strangers);
        }

        boolean isClean() {
            return lost == 0 && changed == 0 && doubled == 0 && strangers == 0;
        }
    }

    private final String name;
    private final int loans;
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Map<String, Kept> acknowledged = new ConcurrentHashMap<>();

    private volatile boolean stopped;

    Outsider(String name, int loans) {
        this.name = name;
        this.loans = loans;
    }

    long acknowledged() {
        return acknowledged.size();
    }

    /** The furthest position that anybody was told. */
    long furthest() {
        return acknowledged.values().stream().mapToLong(Kept::position).max().orElse(0);
    }

    /** Keys that were sent and never answered. */
    List<String> inDoubt() {
        return sent.keySet().stream()
                .filter(key -> !acknowledged.containsKey(key))
                .sorted()
                .toList();
    }

    /** Sends repayments from so many clients until the ledger is gone or the time is up. */
    List<Thread> send(Ledger ledger, int clients, long seed) {
        stopped = false;
        var threads = new ArrayList<Thread>();
        for (var client = 0; client < clients; client++) {
            var keys = name + "-" + Long.toUnsignedString(seed, 36) + "-" + client + "-";
            var random = new Random(seed + client);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (var number = 0; !stopped; number++) {
                        repay(ledger, random.nextInt(loans), key(keys + number));
                    }
                } catch (IOException gone) {
                    // what it had sent last is in doubt
                }
            }));
        }
        return threads;
    }

    /** A UUID of version 7, which the ledger takes as it is. */
    private static String key(String number) {
        var id = DerivedId.of("proofs", "key", number);
        var high = id.getMostSignificantBits() & ~0xF000L | 0x7000L;
        return new UUID(high, id.getLeastSignificantBits()).toString();
    }

    /** Lets the clients come to an end. */
    void stop() {
        stopped = true;
    }

    private void repay(Ledger ledger, int loan, String key) throws IOException {
        sent.put(key, loan);
        var kept = ledger.repay(loan, key);
        if (kept != null) {
            acknowledged.put(key, kept);
        } else {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends everything in doubt again, under the keys of the first time; afterwards nothing is in doubt. */
    void sendAgainWhatIsInDoubt(Ledger ledger) {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var key : inDoubt()) {
                hands.execute(() -> sendAgain(ledger, key));
            }
        }
    }

    private void sendAgain(Ledger ledger, String key) {
        try {
            repay(ledger, sent.getOrDefault(key, 0), key);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Sends some acknowledged ones again, as a client does that has lost its memory; returns how many were answered otherwise. */
    long answeredOtherwise(Ledger ledger, Random random, int atMost) throws IOException {
        var keys = new ArrayList<>(acknowledged.keySet());
        var otherwise = 0L;
        for (var number = 0; number < atMost && !keys.isEmpty(); number++) {
            var key = keys.get(random.nextInt(keys.size()));
            if (!Objects.equals(acknowledged.get(key), ledger.repay(sent.getOrDefault(key, 0), key))) {
                otherwise++;
            }
        }
        return otherwise;
    }

    /** Compares what was told with what a ledger has, content and all. */
    Verdict compare(List<Kept> has) {
        return compare(has, Kept::equals);
    }

    /** Compares what was told with what a ledger has. */
    Verdict compare(List<Kept> has, BiPredicate<Kept, Kept> same) {
        var there = new HashMap<String, Kept>();
        var twice = new HashSet<String>();
        for (var each : has) {
            if (there.put(each.key(), each) != null) {
                twice.add(each.key());
            }
        }
        var lost = 0L;
        var changed = 0L;
        for (var each : acknowledged.values()) {
            var found = there.get(each.key());
            if (found == null) {
                lost++;
            } else if (!same.test(found, each)) {
                changed++;
            }
        }
        var strangers =
                there.keySet().stream().filter(key -> !sent.containsKey(key)).count();
        return new Verdict(acknowledged.size(), lost, changed, twice.size(), strangers);
    }
}
