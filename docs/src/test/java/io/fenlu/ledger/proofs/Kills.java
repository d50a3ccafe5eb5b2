package io.fenlu.ledger.proofs;

import io.fenlu.ledger.walks.RunningLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Opens a ledger, loads it, kills it at a random moment, opens it again and looks; many times. */
final class Kills {
    private static final int CLIENTS = 64;
    private static final int KILLS_IN_ONE_PLACE = 9;

    /** Ends something at a random moment; what is left running then is ended afterwards. */
    @FunctionalInterface
    interface Cord {
        void pull(ChildLedger ledger, int kill) throws Exception;
    }

    private final Class<?> program;
    private final Path logs;
    private final Supplier<String> places;
    private final Cord cord;
    private final String[] arguments;
    private final long seed;
    private Outsider.Verdict sum = new Outsider.Verdict(0, 0, 0, 0, 0);

    /** Kills of a ledger; every nine of them share a place, which then has a new one. */
    Kills(Class<?> program, Path logs, Supplier<String> places, long seed, Cord cord, String... arguments) {
        this.program = program;
        this.logs = logs;
        this.places = places;
        this.seed = seed;
        this.cord = cord;
        this.arguments = arguments;
    }

    /** Kills of a ledger in directories below one. */
    static Kills inDirectories(Class<?> program, Path directory, long seed, String... arguments) {
        var number = new AtomicInteger();
        return new Kills(
                program,
                directory,
                () -> directory.resolve("ledger-" + number.incrementAndGet()).toString(),
                seed,
                (ledger, _) -> ledger.kill(),
                arguments);
    }

    /** Kills so many times; returns the sums of what was acknowledged and of what was wrong with it. */
    Outsider.Verdict run(int times) throws Exception {
        var random = new Random(seed);
        for (var done = 0; done < times; done += KILLS_IN_ONE_PLACE) {
            var last = Math.min(times, done + KILLS_IN_ONE_PLACE);
            killInOnePlace(places.get(), done, last, times, random);
        }
        return sum;
    }

    private void killInOnePlace(String place, int from, int to, int times, Random random) throws Exception {
        var outsider = new Outsider("k" + from, LeanLedger.LOANS);
        for (var kill = from; kill < to; kill++) {
            try (var ledger = open(place)) {
                var before = look(ledger, outsider, random);
                var moment = Duration.ofMillis(150 + random.nextInt(1_250));
                var clients = outsider.send(each(ledger), CLIENTS, seed * 1_000 + kill);
                RunningLedger.sleep(moment);
                cord.pull(ledger, kill);
                outsider.stop();
                ledger.kill();
                for (var client : clients) {
                    client.join();
                }
                System.out.printf(
                        "%s kill %d of %d after %d ms: %,d acknowledged, %d in doubt; before it %,d, lost %d%n",
                        program.getSimpleName(),
                        kill + 1,
                        times,
                        moment.toMillis(),
                        outsider.acknowledged(),
                        outsider.inDoubt().size(),
                        before.acknowledged(),
                        before.lost());
            }
        }
        try (var ledger = open(place)) {
            look(ledger, outsider, random);
        }
        try (var ledger = open(place)) {
            sum = sum.plus(look(ledger, outsider, random));
        }
    }

    private ChildLedger open(String place) {
        var words = new String[arguments.length + 1];
        words[0] = place;
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return ChildLedger.open(program, logs.resolve(program.getSimpleName() + ".log"), words);
    }

    /** Compares, sends again what is in doubt and some of what is not, and remembers what is wrong. */
    private Outsider.Verdict look(ChildLedger ledger, Outsider outsider, Random random) throws IOException {
        if (!ledger.chain().isSound()) {
            throw new AssertionError(
                    "the chain is broken at position " + ledger.chain().wrong());
        }
        var verdict = outsider.compare(ledger.kept());
        if (verdict.isClean()) {
            outsider.sendAgainWhatIsInDoubt(each(ledger));
            if (!outsider.inDoubt().isEmpty()) {
                throw new AssertionError("refused when sent again: " + outsider.inDoubt());
            }
            if (outsider.answeredOtherwise(each(ledger), random, 20) > 0) {
                throw new AssertionError("the same key was answered otherwise");
            }
        }
        return verdict;
    }

    private static Outsider.Ledger each(ChildLedger ledger) {
        return (loan, key) -> ledger.repay(loan, key).kept();
    }
}
