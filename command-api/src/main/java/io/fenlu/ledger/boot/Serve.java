package io.fenlu.ledger.boot;

import picocli.CommandLine.Command;

/** Opens the ledger to the network and stays. */
@Command(name = "serve", description = "Open the ledger on http://localhost:8080 and stay (the default).")
final class Serve {
    /** Not an exit code: the program goes on. */
    static final int STAYS = -1;
}
