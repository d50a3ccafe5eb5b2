package io.fenlu.ledger.bench;

import io.fenlu.ledger.boot.WithoutLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a bill day takes through the whole ledger, and whether it follows the accounts in use rather than all accounts. */
@Command(
        name = "bill-day",
        mixinStandardHelpOptions = true,
        description = {
            "Measure a bill day through the whole ledger with all views: accounts are opened and used through the"
                    + " command bus, then billed;",
            "again with a tenth as many in use. Ends with 0 when every account in use was billed and no other was"
                    + " asked."
        })
final class BenchBillDay implements Callable<Integer>, WithoutLedger {
    private static final long[] LARGER = {1_000_000L, 100_000_000L};
    private static final int WARM_UP = 5_000;

    @Option(names = "--accounts", paramLabel = "N", description = "how many are opened (default: 100000)")
    private int accounts = 100_000;

    @Option(names = "--in-use", paramLabel = "PART", description = "which part of them buys (default: 0.4)")
    private BigDecimal inUse = new BigDecimal("0.4");

    @Option(names = "--clients", paramLabel = "N", description = "how many ask at once (default: 256)")
    private int clients = 256;

    @Mixin
    private Where where = new Where();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        if (spec == null) {
            throw new IllegalStateException("not called by words");
        }
        where.requireSense(spec);
        Where.require(spec, accounts >= 100 && accounts <= 10_000_000, "--accounts is 100 to 10000000");
        Where.require(
                spec,
                inUse.signum() > 0 && inUse.compareTo(BigDecimal.ONE) <= 0,
                "--in-use is a part, more than 0 and at most 1");
        Where.require(spec, clients >= 1 && clients <= 10_000, "--clients is 1 to 10000");
        var used = Math.max(10, inUse.multiply(BigDecimal.valueOf(accounts)).intValue());
        var out = spec.commandLine().getOut();
        run(Math.min(WARM_UP, accounts), Math.min(WARM_UP, used));
        var many = tell(out, run(accounts, used));
        var few = tell(out, run(accounts, used / 10));
        var figures = figures(many, few);
        out.println(Folder.indented(figures));
        out.flush();
        where.write(figures);
        return many.whole() && few.whole() && many.errors() + few.errors() == 0 ? 0 : 1;
    }

    private BillDayRun run(int count, int used) throws IOException, SQLException {
        try (var ground = where.ground()) {
            return BillDayRun.of(ground, count, used, clients);
        }
    }

    private static BillDayRun tell(PrintWriter out, BillDayRun run) {
        out.printf(
                "%,d accounts, %,d in use: %,d bills in %,d ms, %,d/s; all views %,d ms later%n",
                run.accounts(), run.inUse(), run.bills(), run.billMillis(), run.billsPerSecond(), run.viewedMillis());
        out.flush();
        return run;
    }

    private Map<String, Object> figures(BillDayRun many, BillDayRun few) throws IOException, SQLException {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("store", where.store().toString());
        figures.put("clients", clients);
        figures.put("in_use", many.figures());
        figures.put("tenth_in_use", few.figures());
        figures.put("time_of_a_tenth", Thousandths.ratio(few.billMillis(), many.billMillis()));
        for (var count : LARGER) {
            figures.put("extrapolated_" + count, larger(count, many));
        }
        try (var ground = where.ground()) {
            figures.put("machine", Machine.described(ground.directory()));
        }
        return figures;
    }

    /** By proportion, on one such machine: no account more at once, no larger index, no fuller disk is reckoned with. */
    private static Map<String, Object> larger(long count, BillDayRun many) {
        var larger = new LinkedHashMap<String, Object>();
        var bills = count / many.accounts() * many.inUse();
        larger.put("bills", bills);
        larger.put("seconds_by_proportion", bills / Math.max(1, many.billsPerSecond()));
        larger.put("seconds_with_views_by_proportion", bills / Math.max(1, many.billsSeenPerSecond()));
        return larger;
    }
}
