package io.fenlu.ledger.view.bench;

import io.fenlu.ledger.view.Projection;
import io.fenlu.ledger.view.ViewTables;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * All views beside a ledger that is measured, read as always.
 *
 * <p>A source for a Spring application, to be added to one that has a journal. Whoever measures sits in another module and asks plain
 * functions: {@code viewed}, {@code replayed}.
 */
@ComponentScan("io.fenlu.ledger.view")
@Import(ViewsBench.class)
public final class LedgerViews {
    /** Up to which position every view has read. */
    @Bean
    LongSupplier viewed(ViewTables live, List<Projection> projections) {
        var views = projections.stream().map(Projection::view).toList();
        return () -> live.positions().ofAll(views);
    }

    /** Makes all views from the first fact. */
    @Bean
    BiFunction<Map<String, Object>, Consumer<String>, Map<String, Object>> replayed(ViewsBench bench) {
        return bench::replay;
    }
}
