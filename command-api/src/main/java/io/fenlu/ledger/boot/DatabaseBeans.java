package io.fenlu.ledger.boot;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The databases of this process, already up to date when anybody gets them. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {
    /** What processes and views keep; whoever asks for a database without saying which gets this one. */
    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource workings(@Value("${ledger.data}") Path directory) {
        return LedgerDatabase.workings(directory);
    }

    /** The facts. */
    @Bean(destroyMethod = "close")
    @Qualifier("journal")
    HikariDataSource journal(@Value("${ledger.data}") Path directory) {
        return LedgerDatabase.journal(directory);
    }
}
