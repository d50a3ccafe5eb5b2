package io.fenlu.ledger.bench;

import io.fenlu.ledger.boot.WithoutLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Orders per second against the framework out of the box and against what the database can write at all. */
@Command(
        name = "append",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how many orders a second are obeyed and on disk: the ledger and the framework out of the box in"
                    + " turn,",
            "on stores of their own. Ends with 0 when nothing acknowledged was lost, 1 when something was."
        })
final class BenchAppend implements Callable<Integer>, WithoutLedger {
    @Option(
            names = "--scenario",
            converter = Scenario.Form.class,
            description =
                    "hot: repayments on 1,000 loans (default); new: each order asks for a loan; zipf: repayments on"
                            + " 100,000 loans, some much more often than others")
    private Scenario scenario = Scenario.HOT;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            description = "how many ask at once, one number or several: 1,16,64,256,1024 (default: 256)")
    private List<Integer> clients = List.of(256);

    @Option(names = "--pairs", paramLabel = "K", description = "how often the sides take turns (default: 5)")
    private int pairs = 5;

    @Option(names = "--seconds", paramLabel = "S", description = "how long a turn is (default: 8)")
    private int seconds = 8;

    @Option(names = "--warm-up", paramLabel = "S", description = "how long each side runs before (default: 45)")
    private int warmUp = 45;

    @Mixin
    private Where where = new Where();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        if (spec == null) {
            throw new IllegalStateException("not called by words");
        }
        requireSense(spec);
        var out = spec.commandLine().getOut();
        var setting = new AppendSetting(
                where.store(), scenario, pairs, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), where.stock());
        var results = new ArrayList<AppendResult>();
        var machine = new LinkedHashMap<String, Object>();
        for (var number : clients) {
            try (var ground = where.ground()) {
                machine.putAll(Machine.described(ground.directory()));
                results.add(new AppendRun(ground, setting, number, line -> tell(out, line)).measure());
            }
        }
        var report = new AppendReport(setting, machine, results);
        tell(out, report.table());
        where.write(report.figures());
        return results.stream().allMatch(AppendResult::isSound) ? 0 : 1;
    }

    private void requireSense(CommandSpec words) {
        where.requireSense(words);
        Where.require(
                words, clients.stream().allMatch(number -> number >= 1 && number <= 10_000), "--clients is 1 to 10000");
        Where.require(words, pairs >= 1 && pairs <= 1_000, "--pairs is 1 to 1000");
        Where.require(words, seconds >= 1 && seconds <= 3_600, "--seconds is 1 to 3600");
        Where.require(words, warmUp >= 0 && warmUp <= 3_600, "--warm-up is 0 to 3600");
    }

    private static void tell(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
