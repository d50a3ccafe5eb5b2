package io.fenlu.ledger.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fenlu.ledger.cases.CaseFiles.Figure;
import io.fenlu.ledger.cases.CaseFiles.Schedule;
import io.fenlu.ledger.cases.CaseFiles.Waiting;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedCasesTest {
    static Stream<Schedule> schedules() {
        return CaseFiles.schedules().stream();
    }

    static Stream<Schedule> reckoned() {
        return CaseFiles.reckoned().stream();
    }

    static Stream<Figure> figures() {
        return CaseFiles.figures().stream();
    }

    static Stream<Figure> accounts() {
        return CaseFiles.accounts().stream();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void a_worked_figure_of_an_account_is_met_on_its_bills(Figure figure) {
        assertThat(PlayedAccount.of(figure)).as(figure.source()).isEqualTo(figure.expected());
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void every_row_of_a_worked_schedule_is_met_to_the_cent(Schedule sheet) {
        PlayedSchedule.play(sheet);
    }

    @ParameterizedTest
    @MethodSource("reckoned")
    void every_row_of_a_schedule_with_events_is_met_to_the_cent(Schedule sheet) {
        ReckonedSchedule.play(sheet);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_worked_figure_is_met(Figure figure) {
        assertThat(ComputedFigure.of(figure)).as(figure.source()).isEqualTo(figure.expected());
    }

    @Test
    void every_collected_case_is_either_computed_or_named_as_waiting() {
        var computed = new TreeSet<String>();
        schedules().forEach(sheet -> computed.add(sheet.id()));
        reckoned().forEach(sheet -> computed.add(sheet.id()));
        figures().forEach(figure -> computed.add(figure.id()));
        accounts().forEach(figure -> computed.add(figure.id()));
        var waiting =
                new TreeSet<>(CaseFiles.waiting().stream().map(Waiting::id).toList());
        assertThat(computed).hasSize(COMPUTED);
        assertThat(waiting).hasSize(WAITING).doesNotContainAnyElementsOf(computed);
        var all = new TreeSet<>(computed);
        all.addAll(waiting);
        assertThat(all).isEqualTo(new TreeSet<>(CaseFiles.ids()));
        assertThat(CaseFiles.ids()).hasSize(COMPUTED + WAITING).doesNotHaveDuplicates();
    }

    @Test
    void every_case_names_its_source_and_every_waiting_one_its_reason() {
        assertThat(CaseFiles.waiting()).allSatisfy(waiting -> {
            assertThat(waiting.missing()).isNotBlank();
            assertThat(waiting.source()).isNotBlank();
        });
        assertThat(figures()).allSatisfy(figure -> assertThat(figure.source()).isNotBlank());
        assertThat(schedules()).allSatisfy(sheet -> assertThat(sheet.source()).contains("line"));
    }

    private static final int COMPUTED = 65;
    private static final int WAITING = 0;
}
