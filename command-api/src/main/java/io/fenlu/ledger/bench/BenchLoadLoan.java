package io.fenlu.ledger.bench;

import io.fenlu.ledger.boot.WithoutLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a loan with a long past is as quick as a young one. */
@Command(
        name = "load-loan",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how long a repayment takes on loans with few and with many facts behind them: in memory, and read"
                    + " from",
            "the disk after the ledger was closed and opened again."
        })
final class BenchLoadLoan implements Callable<Integer>, WithoutLedger {
    @Option(
            names = "--events",
            split = ",",
            paramLabel = "N",
            description = "how many facts a loan has behind it, from few to many (default: 10,10000)")
    private List<Integer> events = List.of(10, 10_000);

    @Option(names = "--rounds", paramLabel = "N", description = "repayments on each loan (default: 40)")
    private int rounds = 40;

    @Option(names = "--json", paramLabel = "FILE", description = "where to write what was found")
    private @Nullable Path json;

    @Option(names = "--dir", paramLabel = "DIR", description = "on which disk (default: the temporary directory)")
    private @Nullable Path directory;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        if (spec == null) {
            throw new IllegalStateException("not called by words");
        }
        if (events.size() < 2 || events.stream().anyMatch(number -> number < 4 || number > 1_000_000)) {
            throw new ParameterException(spec.commandLine(), "--events are at least two numbers of 4 to 1000000");
        }
        if (rounds < 1 || rounds > 1_000_000) {
            throw new ParameterException(spec.commandLine(), "--rounds is 1 to 1000000");
        }
        var figures = new LinkedHashMap<String, Object>();
        try (var ground = new H2Ground(Folder.below(directory), StockSetting.AS_IT_COMES)) {
            figures.put("machine", Machine.described(ground.directory()));
            var cohorts = events.stream().map(LoanCohort::of).toList();
            try (var ledger = ground.open(Side.LEDGER)) {
                cohorts.forEach(cohort -> cohort.bring(ledger));
                figures.put("warm", LoanCohort.measure(ledger, cohorts, rounds, false));
            }
            try (var ledger = ground.open(Side.LEDGER)) {
                figures.put("after_restart", LoanCohort.measure(ledger, cohorts, rounds, true));
            }
        }
        var out = spec.commandLine().getOut();
        out.println(Folder.indented(figures));
        out.flush();
        Folder.write(json, figures);
        return 0;
    }
}
