package io.fenlu.ledger.cli;

import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** Takes over loans from a file. */
@Component
@Command(
        name = "import",
        description = "Take over loans from a file.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {ImportCashLoans.class, ImportMerchantLoans.class})
final class Import {}
