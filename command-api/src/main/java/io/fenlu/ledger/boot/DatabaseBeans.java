package io.fenlu.ledger.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.fenlu.ledger.eventstore.Durability;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The databases of this process, already up to date when anybody gets them. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {
    private static final int CONNECTIONS = 32;

    /** What processes and views keep; whoever asks for a database without saying which gets this one. */
    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource workings(
            @Value("${ledger.data}") Path directory,
            @Qualifier("journal") HikariDataSource journal,
            Environment settings) {
        return onAServer(settings).isPresent() ? journal : LedgerDatabase.workings(directory);
    }

    /** The facts; on a server they are kept beside everything else. */
    @Bean(destroyMethod = "close")
    @Qualifier("journal")
    HikariDataSource journal(
            @Value("${ledger.data}") Path directory,
            @Value("${ledger.must-exist:false}") boolean mustExist,
            @Value("${ledger.durability}") Durability durability,
            Environment settings) {
        var server = onAServer(settings);
        if (server.isPresent()) {
            return server.get().open(durability);
        }
        if (mustExist) {
            LedgerDatabase.require(directory);
        }
        return LedgerDatabase.journal(directory);
    }

    private static Optional<ServerDatabase> onAServer(Environment settings) {
        return Optional.ofNullable(settings.getProperty("spring.datasource.url"))
                .map(url -> new ServerDatabase(
                        url,
                        settings.getProperty("spring.datasource.username", ""),
                        settings.getProperty("spring.datasource.password", ""),
                        settings.getProperty(
                                "spring.datasource.hikari.maximum-pool-size", Integer.class, CONNECTIONS)));
    }
}
