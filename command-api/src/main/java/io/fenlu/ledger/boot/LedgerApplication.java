package io.fenlu.ledger.boot;

import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The whole ledger as one Spring application: beans of every module on the class path.
 *
 * <p>What Axon would set up for JDBC by itself is left out, because on this Spring Boot it is skipped without a word; it is set up
 * by hand in this package and checked at the start. Axon's update check, which calls home, is left out too.
 */
@SpringBootApplication(
        scanBasePackages = "io.fenlu.ledger",
        exclude = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonDbSchedulerAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class,
            XStreamAutoConfiguration.class
        })
public class LedgerApplication {}
