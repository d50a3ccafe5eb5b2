package io.fenlu.ledger.view.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fenlu replay}: are the views what the facts say? */
@Component
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every view again from the first fact, beside the live ones, and compares them.",
            "Exit code 0 when all are equal, 1 when one differs; then its first differing key is named."
        })
public final class Replay implements Callable<Integer> {
    private static final Duration CATCHING_UP = Duration.ofMinutes(30);

    private final Rebuild rebuild;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--replace", description = "put the views made again in the place of the live ones")
    private boolean replace;

    public Replay(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        if (!rebuild.awaitLive(CATCHING_UP)) {
            out.println("the live views stand still or are too slow; see /actuator/health");
            out.flush();
            return 1;
        }
        var report = rebuild.run(replace, new Steps(out));
        out.printf(
                "%,d events in %,d ms, %,d events/s%n",
                report.events(), report.took().toMillis(), report.eventsPerSecond());
        for (var view : report.views()) {
            out.printf(
                    "%-18s %,12d rows  %s  %s%n",
                    view.view(), view.rows(), view.rebuilt(), view.equal() ? "equal" : "DIFFERS");
            view.difference()
                    .ifPresent(where -> out.printf("%-18s live %s; first difference in %s%n", "", view.live(), where));
        }
        if (replace) {
            out.println("replaced");
        }
        out.flush();
        return report.allEqual() ? 0 : 1;
    }

    /** Prints a line for each tenth of the way. */
    private static final class Steps implements Rebuild.Progress {
        private final PrintWriter out;
        private long tenths;

        Steps(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void read(long position, long of) {
            var reached = position * 10 / Math.max(1, of);
            if (reached > tenths) {
                tenths = reached;
                out.printf("%3d %%  position %,d of %,d%n", reached * 10, position, of);
                out.flush();
            }
        }
    }
}
