package io.fenlu.ledger.process;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fenlu parked}: what processes could not do, for people to see, to try again and to settle. */
@Component
@Command(
        name = "parked",
        description = "What processes could not do: list it, try it again, settle it.",
        subcommands = {ParkedCli.Show.class, ParkedCli.Retry.class, ParkedCli.Settle.class})
public final class ParkedCli {
    /** {@code fenlu parked list} */
    @Command(name = "list", description = "Everything that is not settled, oldest first.")
    public static final class Show implements Callable<Integer> {
        private final ParkedReactions parked;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        public Show(ParkedReactions parked) {
            this.parked = parked;
        }

        @Override
        public Integer call() {
            var open = parked.open();
            open.forEach(entry -> out(spec).println(entry.line()));
            out(spec).println(open.size() + " parked");
            return 0;
        }
    }

    /** {@code fenlu parked retry} */
    @Command(name = "retry", description = "Sends every parked order again; exit 1 when something is still parked.")
    public static final class Retry implements Callable<Integer> {
        private final ParkedReactions parked;
        private final ParkedRounds rounds;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        public Retry(ParkedReactions parked, ParkedRounds rounds) {
            this.parked = parked;
            this.rounds = rounds;
        }

        @Override
        public Integer call() {
            parked.dueNow();
            var obeyed = rounds.round();
            var left = parked.open().size();
            out(spec).println(obeyed + " obeyed, " + left + " still parked");
            return left == 0 ? 0 : 1;
        }
    }

    /** {@code fenlu parked settle} */
    @Command(name = "settle", description = "Puts an end to an entry that people have dealt with.")
    public static final class Settle implements Callable<Integer> {
        private final ParkedReactions parked;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "NO", description = "the entry's number, as the list shows it")
        private long no;

        public Settle(ParkedReactions parked) {
            this.parked = parked;
        }

        @Override
        public Integer call() {
            var settled = parked.settle(no);
            out(spec).println(settled ? "settled" : "there is no open entry " + no);
            return settled ? 0 : 1;
        }
    }

    private static PrintWriter out(CommandSpec spec) {
        return spec.commandLine().getOut();
    }
}
