package io.fenlu.sample;

import io.fenlu.ledger.eventstore.EventRoot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a module brings to the running ledger. */
@Import({Pig.class, Praising.class})
public class PiggyBeans {
    @Bean
    EventRoot piggyFacts() {
        return new EventRoot(PiggyFact.class);
    }

    @Bean
    PigBook pigBook() {
        return new PigBook();
    }
}
