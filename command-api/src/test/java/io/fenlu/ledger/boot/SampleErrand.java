package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.LedgerReader;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command as any module may bring it. */
@Component
@Command(
        name = "sample",
        description = "Only for tests.",
        subcommands = {SampleErrand.Count.class})
final class SampleErrand {
    /** Prints how many facts there are; fails its check when there are fewer than asked for. */
    @Command(name = "count")
    static final class Count implements Callable<Integer> {
        private final LedgerReader journal;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "WHAT")
        private String what = "";

        @Option(names = "--at-least", defaultValue = "0")
        private long atLeast;

        Count(LedgerReader journal) {
            this.journal = journal;
        }

        @Override
        public Integer call() {
            if (!what.equals("facts")) {
                throw new ParameterException(spec.commandLine(), "cannot count " + what);
            }
            spec.commandLine().getOut().println(journal.durablePosition() + " facts");
            return journal.durablePosition() >= atLeast ? 0 : 1;
        }
    }
}
