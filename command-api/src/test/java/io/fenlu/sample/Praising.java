package io.fenlu.sample;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import io.fenlu.ledger.eventstore.Receipt;
import io.fenlu.sample.PiggyFact.PigBought;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** Praises each new pig at once, and once more after a moment. */
@Saga
@ProcessingGroup("praising")
public class Praising {
    /** Positions of the praises, as the process was told them. */
    public static final List<Long> POSITIONS = new CopyOnWriteArrayList<>();

    private String pig = "";
    private int praises;

    @StartSaga
    @SagaEventHandler(associationProperty = "pig")
    void on(PigBought bought, CommandGateway commands, DeadlineManager deadlines) {
        pig = bought.pig();
        praise(commands);
        deadlines.schedule(Duration.ofMillis(100), "praise-again", pig);
    }

    @DeadlineHandler(deadlineName = "praise-again")
    void again(String remembered, CommandGateway commands) {
        if (!remembered.equals(pig)) {
            throw new IllegalStateException(remembered + " is not " + pig);
        }
        praise(commands);
        end();
    }

    private void praise(CommandGateway commands) {
        Receipt receipt = commands.sendAndWait(new PraisePig(pig));
        praises = praises + 1;
        POSITIONS.add(receipt.position().orElseThrow());
    }
}
