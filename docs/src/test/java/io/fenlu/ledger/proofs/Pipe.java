package io.fenlu.ledger.proofs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** The inner end of the pipe to a ledger in a process of its own: says what it has, then obeys one order a line, many at once. */
final class Pipe {
    /** Takes a repayment on one of the loans; returns what is kept of it when it is kept. */
    @FunctionalInterface
    interface Till {
        Kept repay(int loan, String key) throws Exception;
    }

    private static final PrintStream OUT = System.out;

    private Pipe() {}

    /** Tells what a ledger had when it was opened, and that it is open now. */
    static void opened(List<Kept> kept, JournalAudit.Chain chain) {
        var all = new StringBuilder();
        kept.forEach(each -> all.append(each.line()).append('\n'));
        all.append("chain ").append(chain.lines()).append(' ').append(chain.wrong());
        OUT.println(all.append("\nopen"));
        OUT.flush();
    }

    /** Serves until the outer end is closed. */
    static void serve(Till till) throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                var words = order.split(" ", 3);
                hands.execute(() -> say(answer(till, Integer.parseInt(words[1]), words[2])));
            }
        }
    }

    private static String answer(Till till, int loan, String key) {
        try {
            return till.repay(loan, key).line();
        } catch (Exception failure) {
            return "no " + key + " "
                    + String.valueOf(failure).lines().findFirst().orElse("");
        }
    }

    private static void say(String line) {
        synchronized (OUT) {
            OUT.println(line);
            OUT.flush();
        }
    }
}
