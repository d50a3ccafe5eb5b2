package io.fenlu.ledger.boot;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
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
    HikariDataSource workings(@Value("${ledger.data}") Path directory, @Qualifier("journal") DataSource journal) {
        Objects.requireNonNull(journal, "the journal is opened first");
        return LedgerDatabase.workings(directory);
    }

    /** The facts. */
    @Bean(destroyMethod = "close")
    @Qualifier("journal")
    HikariDataSource journal(
            @Value("${ledger.data}") Path directory, @Value("${ledger.must-exist:false}") boolean mustExist) {
        if (mustExist) {
            LedgerDatabase.require(directory);
        }
        return LedgerDatabase.journal(directory);
    }
}
