package io.fenlu.ledger.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Opens a ledger, loads it, kills it at a random moment, opens it again and looks; many times. */
final class Kills {
    private static final int CLIENTS = 64;
    private static final int KILLS_PER_DIRECTORY = 9;

    private final Class<?> program;
    private final Path directory;
    private final String[] arguments;
    private final long seed;
    private Outsider.Verdict worst = new Outsider.Verdict(0, 0, 0, 0, 0);

    Kills(Class<?> program, Path directory, long seed, String... arguments) {
        this.program = program;
        this.directory = directory;
        this.arguments = arguments;
        this.seed = seed;
    }

    /** Kills so many times; returns the sums of what was acknowledged and of what was wrong with it. */
    Outsider.Verdict run(int times) throws IOException {
        var random = new Random(seed);
        for (var done = 0; done < times; done += KILLS_PER_DIRECTORY) {
            var data = directory.resolve("ledger-" + done);
            Files.createDirectories(data);
            killInOneDirectory(data, done, Math.min(times, done + KILLS_PER_DIRECTORY), random);
        }
        return worst;
    }

    private void killInOneDirectory(Path data, int from, int to, Random random) throws IOException {
        var outsider = new Outsider("k" + from, LeanLedger.LOANS);
        for (var kill = from; kill < to; kill++) {
            try (var ledger = open(data)) {
                look(ledger, outsider, random);
                var moment = Duration.ofMillis(150 + random.nextInt(1_250));
                var clients = outsider.send(each(ledger), CLIENTS, seed * 1_000 + kill);
                sleep(moment);
                ledger.kill();
                join(clients);
                System.out.printf(
                        "%s kill %d of %d after %d ms: %,d acknowledged so far, %d in doubt%n",
                        program.getSimpleName(),
                        kill + 1,
                        to,
                        moment.toMillis(),
                        outsider.acknowledged(),
                        outsider.inDoubt().size());
            }
        }
        try (var ledger = open(data)) {
            look(ledger, outsider, random);
        }
        try (var ledger = open(data)) {
            var last = look(ledger, outsider, random);
            worst = sum(worst, last);
        }
    }

    private ChildLedger open(Path data) {
        var words = new String[arguments.length + 1];
        words[0] = data.toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return ChildLedger.open(program, data.resolveSibling(data.getFileName() + ".log"), words);
    }

    /** Compares, sends again what is in doubt and some of what is not, and remembers what is wrong. */
    private Outsider.Verdict look(ChildLedger ledger, Outsider outsider, Random random) throws IOException {
        if (!ledger.chain().isSound()) {
            throw new AssertionError("the chain is broken at position " + ledger.chain().wrong());
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

    private static Outsider.Verdict sum(Outsider.Verdict a, Outsider.Verdict b) {
        return new Outsider.Verdict(
                a.acknowledged() + b.acknowledged(),
                a.lost() + b.lost(),
                a.changed() + b.changed(),
                a.doubled() + b.doubled(),
                a.strangers() + b.strangers());
    }

    private static void join(Iterable<Thread> threads) {
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void sleep(Duration moment) {
        try {
            Thread.sleep(moment);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
