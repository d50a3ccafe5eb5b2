package io.fenlu.ledger.view;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.stereotype.Component;

/** Knows how far each live view is behind the journal, and whether anybody is reading. */
@Component
public final class ViewWatch {
    private final List<Projection> projections;
    private final ViewTables live;
    private final ViewFailures failures;
    private final Configuration axon;

    public ViewWatch(List<Projection> projections, ViewTables live, ViewFailures failures, Configuration axon) {
        this.projections = List.copyOf(projections);
        this.live = live;
        this.failures = failures;
        this.axon = axon;
    }

    /** What a view is doing. */
    public enum Status {
        /** It reads what there is to read. */
        READING,
        /** It stands before a fact that it cannot digest; it tries again, and never goes past. */
        FAILING,
        /** Nobody reads for it in this process. */
        STOPPED
    }

    /**
     * How one view stands.
     *
     * @param lag how many facts it has not read yet
     * @param trouble what it stumbled over; empty when it does not
     */
    public record Standing(String view, long position, long lag, Status status, String trouble) {}

    /** The position of the last fact in the journal. */
    public long head() {
        var head = axon.eventStore().createHeadToken();
        return head == null ? 0 : Math.max(0, head.position().orElse(0));
    }

    /** How each view stands. */
    public List<Standing> standings() {
        var head = head();
        return projections.stream().map(view -> standing(view, head)).toList();
    }

    private Standing standing(Projection projection, long head) {
        var position = live.positions().of(projection.view());
        var trouble = failures.of(projection.view(), position);
        var running = axon.eventProcessingConfiguration()
                .eventProcessor(ViewReaders.NAME)
                .filter(EventProcessor::isRunning)
                .isPresent();
        var status = trouble.isPresent() ? Status.FAILING : running ? Status.READING : Status.STOPPED;
        return new Standing(projection.view(), position, Math.max(0, head - position), status, trouble.orElse(""));
    }
}
