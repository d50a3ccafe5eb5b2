package io.fenlu.ledger.boot;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Tells which build of the program this is. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Fenlu.class.getPackage().getImplementationVersion();
        return new String[] {"fenlu " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
