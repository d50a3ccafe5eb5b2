package io.fenlu.ledger.boot;

import picocli.CommandLine.Command;

/** Measures the ledger against what Axon brings by itself; what can be measured is contributed from packages named {@code bench}. */
@Command(
        name = "bench",
        description = "Measure the ledger against what Axon brings by itself.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT")
final class Bench {
    /** Whether a contributed command is something to measure. */
    static boolean offers(Class<?> type) {
        return type.getPackageName().endsWith(".bench");
    }
}
