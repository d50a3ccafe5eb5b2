package io.fenlu.ledger.view.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fenlu digest}: do two ledgers tell the same story? */
@Component
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        description = {
            "Prints one digest of all business content: names, revisions and contents of facts by aggregate,",
            "without positions, event ids and recorded times. Two ledgers that were told the same agree in it."
        })
public final class Digest implements Callable<Integer> {
    private static final Duration CATCHING_UP = Duration.ofMinutes(30);

    private final AggregateDigests digests;
    private final Rebuild rebuild;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--by-aggregate",
            paramLabel = "FILE",
            description = "also write one line per aggregate: id, kind, number of facts, digest")
    private @Nullable Path file;

    public Digest(AggregateDigests digests, Rebuild rebuild) {
        this.digests = digests;
        this.rebuild = rebuild;
    }

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (!rebuild.awaitLive(CATCHING_UP)) {
            out.println("the live views stand still or are too slow; see /actuator/health");
            out.flush();
            return 1;
        }
        try (var lines = new PrintWriter(file == null ? Writer.nullWriter() : Files.newBufferedWriter(file))) {
            var total =
                    digests.digest((id, kind, facts, digest) -> lines.printf("%s %s %d %s%n", id, kind, facts, digest));
            out.printf("%,d aggregates, %,d facts, digest %s%n", total.aggregates(), total.facts(), total.digest());
        }
        out.flush();
        return 0;
    }
}
