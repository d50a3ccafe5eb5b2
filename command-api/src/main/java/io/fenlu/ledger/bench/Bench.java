package io.fenlu.ledger.bench;

import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** Measures how fast the ledger is, on stores of its own that are thrown away afterwards. */
@Component
@Command(
        name = "bench",
        description = "Measure how fast the ledger is; the ordinary ledger is not touched.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            BenchAppend.class,
            BenchBillDay.class,
            BenchLoadLoan.class,
            BenchSustained.class,
            BenchViews.class
        })
final class Bench {}
