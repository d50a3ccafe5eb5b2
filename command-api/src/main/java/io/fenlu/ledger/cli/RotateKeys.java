package io.fenlu.ledger.cli;

import io.fenlu.ledger.boot.BadSetup;
import io.fenlu.ledger.notary.Notary;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fenlu keys rotate}: a new key takes the old one's place. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Make a new signing key; the old one signs it, and the journal keeps that as a fact.",
            "Whoever holds an older key of this log can follow it to the new one. The ledger must be stopped."
        })
final class RotateKeys implements Callable<Integer> {
    private final ObjectProvider<Notary> notary;

    @Spec
    private @Nullable CommandSpec spec;

    RotateKeys(ObjectProvider<Notary> notary) {
        this.notary = notary;
    }

    @Override
    public Integer call() throws SQLException, IOException {
        var here = notary.getIfAvailable();
        if (here == null || spec == null) {
            throw new BadSetup("there is no journal here that could be signed");
        }
        var out = spec.commandLine().getOut();
        out.println("old key " + here.key().line());
        out.println("new key " + here.rotate().line());
        out.flush();
        return 0;
    }
}
