package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fenlu.ledger.view.bench.PreparedBook;
import io.fenlu.ledger.view.replay.JournalPass;
import io.fenlu.ledger.view.replay.ViewContent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However many hands share the reading, and wherever they were torn off, the views say the same. */
class SegmentsTest {
    private static final long FACTS = 4_000;
    private static final TestLedger LEDGER = new TestLedger("ledger.view.batch=400", "ledger.view.segments=3");

    @BeforeAll
    static void tell() {
        new PreparedBook(FACTS).tell(LEDGER.bean(Configuration.class).eventStore(), _ -> {});
        LEDGER.catchUpTo(FACTS);
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @ParameterizedTest(name = "{0} segments, {1} facts at once")
    @CsvSource({"1, 2000", "1, 7", "2, 1000", "3, 300", "4, 1000", "8, 2000", "8, 100"})
    void the_views_say_the_same_in_any_number_of_segments(int segments, int batch) throws InterruptedException {
        var tables = fresh();
        pass(tables, segments, batch, FACTS);
        assertThat(content(tables)).isEqualTo(content(LEDGER.bean(ViewTables.class)));
        assertThat(tables.positions().ofAll(names())).isEqualTo(FACTS);
    }

    @ParameterizedTest(name = "from {0} segments to {1}")
    @CsvSource({"1, 4", "4, 1", "8, 3", "2, 8"})
    void views_may_be_read_on_in_another_number_of_segments(int before, int after) throws InterruptedException {
        var tables = fresh();
        pass(tables, before, 500, FACTS / 2);
        pass(tables, after, 500, FACTS);
        assertThat(content(tables)).isEqualTo(content(LEDGER.bean(ViewTables.class)));
    }

    @ParameterizedTest(name = "every {0}th hand is torn off")
    @CsvSource({"2", "3", "5"})
    void a_reader_that_was_torn_off_in_the_midst_goes_on_without_double_rows(int every) throws InterruptedException {
        var tables = fresh();
        LEDGER.bean(ViewReaders.class).digesting(tables, upTo(FACTS), 4);
        var hands = new ClumsyHands(every);
        var torn = 0;
        while (tables.positions().ofAll(names()) < FACTS) {
            try {
                new JournalPass(LEDGER.bean(Configuration.class).eventStore(), clumsy(tables, hands), 700)
                        .run(FACTS, (_, _) -> {});
            } catch (TornOff _) {
                torn++;
            }
        }
        assertThat(torn).isPositive();
        assertThat(content(tables)).isEqualTo(content(LEDGER.bean(ViewTables.class)));
    }

    @Test
    void segments_that_stand_apart_are_not_cut_anew() {
        var tables = fresh();
        LEDGER.bean(ViewReaders.class).digesting(tables, upTo(FACTS), 2);
        tables.positions().move(List.of("history"), new Segments.Share(1, 1), ViewPositions.NOTHING, 7);
        assertThatThrownBy(() -> tables.positions().cut("history", 4)).hasMessageContaining("different positions");
        assertThat(tables.positions().of("history")).isZero();
    }

    @Test
    void a_second_reader_of_the_same_views_is_turned_away() {
        var tables = fresh();
        LEDGER.bean(ViewReaders.class).digesting(tables, upTo(FACTS), 2);
        var all = new Segments.Share(0, 1);
        tables.positions().move(names(), all, ViewPositions.NOTHING, 10);
        assertThatThrownBy(() -> tables.positions().move(names(), all, ViewPositions.NOTHING, 12))
                .hasMessageContaining("somebody else reads");
    }

    private static Digesting clumsy(ViewTables tables, ClumsyHands hands) {
        return new Digesting(
                tables,
                projections(),
                upTo(FACTS),
                new Segments(4),
                new Digesting.Means(LEDGER.bean(TransactionManager.class), hands, ViewReaders::feed));
    }

    private static void pass(ViewTables tables, int segments, int batch, long end) throws InterruptedException {
        var digesting = LEDGER.bean(ViewReaders.class).digesting(tables, upTo(end), segments);
        new JournalPass(LEDGER.bean(Configuration.class).eventStore(), digesting, batch).run(end, (_, _) -> {});
    }

    private static ViewTables fresh() {
        var schemas = LEDGER.bean(ViewSchemas.class);
        schemas.drop("views_test");
        return schemas.open("views_test");
    }

    private static String content(ViewTables tables) {
        return ViewContent.digest(projections(), tables);
    }

    private static List<Projection> projections() {
        return LEDGER.beans(Projection.class);
    }

    private static List<String> names() {
        return projections().stream().map(Projection::view).toList();
    }

    private static Map<String, Long> upTo(long end) {
        return names().stream().collect(Collectors.toMap(name -> name, _ -> end));
    }

    private static final class TornOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Hands that drop every so-maniest piece of work before it begins, as a killed process does. */
    private static final class ClumsyHands extends AbstractExecutorService {
        private final AtomicInteger given = new AtomicInteger();
        private final int every;

        ClumsyHands(int every) {
            this.every = every;
        }

        @Override
        public <T> java.util.concurrent.Future<T> submit(java.util.concurrent.Callable<T> work) {
            return given.incrementAndGet() % every == 0
                    ? super.submit(() -> {
                        throw new TornOff();
                    })
                    : super.submit(work);
        }

        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
