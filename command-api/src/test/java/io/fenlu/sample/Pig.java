package io.fenlu.sample;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.fenlu.ledger.aggregate.CommandRefused;
import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.ledger.kernel.ValueRefusal;
import io.fenlu.ledger.money.Currency;
import io.fenlu.ledger.money.Money;
import io.fenlu.sample.PiggyFact.PigBought;
import io.fenlu.sample.PiggyFact.PigFed;
import io.fenlu.sample.PiggyFact.PigPraised;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A piggy bank as aggregates of the ledger are written: cached, with snapshots, answering with a receipt. */
@Aggregate(type = "Pig", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
public class Pig {
    /** How many facts were applied to pigs since the program began; reading a past counts too. */
    public static final AtomicInteger APPLIED = new AtomicInteger();

    /** Axon takes any value for a name, also an empty one; before the first fact there must be none. */
    @AggregateIdentifier
    private @Nullable String pig;

    private Money total = Money.zero(Currency.CNY);

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(FeedPig command) {
        var receipt = Receipt.ofThisCommand();
        if (!command.amount().isPositive()) {
            throw new CommandRefused(ValueRefusal.AMOUNT_MALFORMED, "a pig is fed with more than nothing");
        }
        if (pig == null) {
            apply(new PigBought(command.pig()));
        }
        apply(new PigFed(command.pig(), command.amount(), total.plus(command.amount())));
        return receipt;
    }

    @CommandHandler
    Receipt handle(PraisePig command) {
        apply(new PigPraised(command.pig()));
        return Receipt.ofThisCommand();
    }

    @EventSourcingHandler
    void on(PiggyFact fact) {
        APPLIED.incrementAndGet();
        pig = fact.pig();
        if (fact instanceof PigFed fed) {
            total = fed.total();
        }
    }
}
