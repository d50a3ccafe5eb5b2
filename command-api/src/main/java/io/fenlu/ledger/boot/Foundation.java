package io.fenlu.ledger.boot;

import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Aggregates, what they remember, and how facts are written down; without a place to keep them.
 *
 * <p>A source for a Spring application of its own, to be completed; the ledger itself is {@link LedgerApplication}.
 */
@EnableAutoConfiguration(
        exclude = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonDbSchedulerAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class,
            XStreamAutoConfiguration.class
        })
@ComponentScan("io.fenlu.ledger.aggregate")
@Import({AggregateBeans.class, CoreFacts.class, SerializerBeans.class})
public final class Foundation {}
