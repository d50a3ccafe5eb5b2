package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.JournalDamaged;
import io.fenlu.ledger.eventstore.LedgerUnavailable;
import io.fenlu.ledger.integrity.UnusableKey;
import java.time.DateTimeException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/** Failures that whoever started the program can mend: told in one line by the main, without Spring's pages about them. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailure implements SpringBootExceptionReporter {
    StartFailure(@Nullable ConfigurableApplicationContext context) {
        // Spring Boot looks for this constructor
    }

    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure).isPresent();
    }

    /** The one line, when the failure is of this kind. */
    static Optional<String> sentence(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BadSetup setup) {
                return Optional.of(String.valueOf(setup.getMessage()));
            }
            if (each instanceof JournalDamaged damaged) {
                return Optional.of(String.valueOf(damaged.getMessage()));
            }
            if (each instanceof LedgerUnavailable unavailable) {
                return Optional.of(unavailable.getMessage() + ": "
                        + firstLine(NestedExceptionUtils.getMostSpecificCause(unavailable)));
            }
            if (each instanceof UnusableKey key) {
                return Optional.of(String.valueOf(key.getMessage()));
            }
            if (each instanceof PortInUseException port) {
                return Optional.of("port " + port.getPort() + " is in use; choose another with --server.port=PORT");
            }
        }
        return unusableSetting(failure);
    }

    /** What was given by whoever started the program, and no part of it can use. */
    private static Optional<String> unusableSetting(Throwable failure) {
        var deepest = NestedExceptionUtils.getMostSpecificCause(failure);
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BindException setting) {
                return Optional.of("cannot use the setting " + setting.getName() + ": " + firstLine(deepest));
            }
            if (each instanceof ConversionFailedException unusable && unusable.getCause() != null) {
                return Optional.of("cannot start: " + firstLine(unusable.getCause()));
            }
        }
        return deepest instanceof IllegalArgumentException || deepest instanceof DateTimeException
                ? Optional.of("cannot start: " + firstLine(deepest))
                : Optional.empty();
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
