package io.fenlu.ledger.boot;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of this process, already up to date when anybody gets it. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(@Value("${ledger.data}") Path directory) {
        return LedgerDatabase.open(directory);
    }
}
