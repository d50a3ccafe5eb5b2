package io.fenlu.ledger.boot;

import io.fenlu.ledger.eventstore.Durability;
import io.fenlu.ledger.eventstore.JournalStore;
import io.fenlu.ledger.eventstore.LedgerEventStorageEngine;
import io.fenlu.ledger.eventstore.LedgerReader;
import io.fenlu.ledger.eventstore.SerialAppender;
import io.fenlu.ledger.eventstore.TimeOrderedIds;
import io.fenlu.ledger.gate.BusinessDay;
import io.fenlu.ledger.notary.Checkpointer;
import io.fenlu.ledger.notary.KeyFiles;
import io.fenlu.ledger.notary.Notary;
import io.fenlu.ledger.notary.Proofs;
import io.fenlu.ledger.notary.SealedPast;
import io.fenlu.ledger.notary.Tide;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who signs the journal, and who shows it to others; absent when Axon Server keeps the facts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class NotaryBeans {
    @Bean
    KeyFiles keyFiles(@Value("${ledger.data}") Path directory, @Value("${ledger.signing-key:}") String elsewhere) {
        return KeptJournal.keys(directory, elsewhere);
    }

    /** Stands before the journal's pen: nothing is added to a journal that is not what was signed. */
    @Bean
    SealedPast sealedPast(@Qualifier("journal") DataSource journal, KeyFiles keys) {
        return SealedPast.require(journal, keys.checkpoints());
    }

    @Bean
    Notary notary(
            @Qualifier("journal") DataSource journal,
            LedgerEventStorageEngine pen,
            LedgerReader reader,
            JournalStore store,
            @Value("${ledger.durability}") Durability durability,
            KeyFiles keys,
            @Value("${ledger.origin:}") String origin,
            BusinessDay day) {
        return Notary.open(
                new Notary.Journal(journal, pen, reader, durability.on(store)),
                keys,
                origin.isEmpty() ? null : origin,
                day::today,
                () -> "fenlu/" + TimeOrderedIds.next());
    }

    @Bean(destroyMethod = "close")
    Checkpointer checkpointer(
            Notary notary, SerialAppender appender, @Value("${ledger.checkpoint-at-latest:60s}") Duration atLatest) {
        var checkpointer = new Checkpointer(notary, appender::durablePosition, atLatest);
        appender.whenDurable(checkpointer::moreIsDurable);
        return checkpointer;
    }

    @Bean
    Proofs proofs(@Qualifier("journal") DataSource journal, LedgerReader reader) {
        return new Proofs(journal, reader::durablePosition);
    }

    @Bean(destroyMethod = "close")
    Tide tide(SerialAppender appender) {
        var tide = new Tide(appender::durablePosition);
        appender.whenDurable(tide::rise);
        return tide;
    }
}
