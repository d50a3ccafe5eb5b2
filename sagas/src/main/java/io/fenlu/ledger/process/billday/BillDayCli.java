package io.fenlu.ledger.process.billday;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code fenlu bill-day}: one run over everything that is due. */
@Component
@Command(
        name = "bill-day",
        description = {
            "Issue every bill that is due by a day, asking only accounts that moved or owe. Begun again after a crash",
            "it goes on where it stopped; no bill is issued twice.",
            "Ends with 0 when every bill is out, 1 when one was refused or not answered, 2 when the day makes no sense."
        })
public final class BillDayCli implements Callable<Integer> {
    private static final int MOST_IN_FLIGHT = 4_096;
    private static final int TOLD = 10;

    private final ObjectProvider<BillDay> billDay;

    @Option(
            names = "--on",
            required = true,
            paramLabel = "DATE",
            description = "bills cut by this morning, as 2026-02-01")
    private @Nullable LocalDate on;

    @Option(names = "--report", paramLabel = "FILE.json", description = "where to write what was done")
    private @Nullable Path report;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = "how many bills are asked for at once (default: 256)")
    private int inFlight = 256;

    @Spec
    private @Nullable CommandSpec spec;

    public BillDayCli(ObjectProvider<BillDay> billDay) {
        this.billDay = billDay;
    }

    @Override
    public Integer call() throws IOException {
        if (spec == null || on == null) {
            throw new IllegalStateException("not called by words");
        }
        if (report != null) {
            makePlace(report);
        }
        var run = billDay.getIfAvailable();
        require(run != null, "no processes run here (ledger.processes.enabled)");
        require(inFlight >= 1 && inFlight <= MOST_IN_FLIGHT, "--in-flight is 1 to 4096");
        require(run == null || !on.isAfter(run.today()), "--on " + on + " lies in the future");
        var out = spec.commandLine().getOut();
        var done = Objects.requireNonNull(run).run(on, inFlight, line -> {
            out.println(line);
            out.flush();
        });
        out.println(done.line());
        done.faults().stream().limit(TOLD).forEach(out::println);
        out.flush();
        write(done);
        return done.isWhole() ? 0 : 1;
    }

    /** Before the first bill: afterwards it would be too late to say that there is no place for it. */
    private void makePlace(Path file) {
        var place = file.toAbsolutePath().getParent();
        try {
            if (place != null) {
                Files.createDirectories(place);
            }
        } catch (IOException _) {
            require(false, "--report names what cannot be written");
        }
        require(!Files.isDirectory(file), "--report names a directory");
    }

    private void write(BillDayReport done) throws IOException {
        if (report != null) {
            var json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.writeString(report, json.writeValueAsString(done.figures()) + "\n");
        }
    }

    private void require(boolean sense, String otherwise) {
        if (!sense && spec != null) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
