package io.fenlu.ledger.cli;

import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;

/** Looks after the key that signs checkpoints. */
@Component
@Command(
        name = "keys",
        description = "Look after the key that signs checkpoints.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = RotateKeys.class)
final class Keys {}
