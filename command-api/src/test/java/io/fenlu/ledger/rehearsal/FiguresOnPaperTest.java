package io.fenlu.ledger.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.rehearsal.CaseTables.Figure;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every worked figure comes out of a file, but for two that no loan can show. */
class FiguresOnPaperTest {
    /** A source that rounds nothing on the way; an account of whose payments nothing is known. */
    private static final Set<String> NO_LOAN_SHOWS =
            Set.of("equal-principal-unrounded of 1000000.00 CNY 0.049 360", "month-code of unknown");

    static Stream<Figure> figures() {
        return CaseTables.figures().stream().filter(figure -> !NO_LOAN_SHOWS.contains(name(figure)));
    }

    private static String name(Figure figure) {
        return figure.kind() + " of " + String.join(" ", figure.given());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_worked_figure_is_met(Figure figure) {
        assertThat(FigureOnPaper.of(figure)).isEqualTo(figure.expected());
    }

    @Test
    void only_two_figures_stay_out() {
        assertThat(CaseTables.figures().stream().map(FiguresOnPaperTest::name).filter(NO_LOAN_SHOWS::contains))
                .hasSize(2);
    }
}
