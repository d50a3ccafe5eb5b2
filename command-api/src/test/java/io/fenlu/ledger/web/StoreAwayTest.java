package io.fenlu.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;

class StoreAwayTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "08006, 0,     true,  the server hung up",
        "53100, 0,     true,  the server's disk is full",
        "57P01, 0,     true,  the server was stopped by its operator",
        "58030, 0,     true,  the server cannot read its disk",
        "90031, 90031, true,  H2 cannot write its file",
        "42601, 0,     false, a statement is wrong",
        "23505, 23505, false, a row is there already",
    })
    void a_store_that_is_away_is_no_fault_of_ours(String state, int code, boolean away, String why) {
        var fault = new UncategorizedSQLException("reading", "select", new SQLException(why, state, code));

        assertThat(StoreAway.isWhy(new IllegalStateException(fault))).as(why).isEqualTo(away);
    }

    @Test
    void a_store_to_which_no_connection_is_made_is_away() {
        assertThat(StoreAway.isWhy(new DataAccessResourceFailureException("no connection")))
                .isTrue();
    }

    @Test
    void a_database_closed_under_a_reader_is_away() throws SQLException {
        try (var reader = DriverManager.getConnection("jdbc:h2:mem:closed");
                var operator = DriverManager.getConnection("jdbc:h2:mem:closed")) {
            operator.createStatement().execute("shutdown immediately");

            assertThatThrownBy(() -> reader.createStatement().executeQuery("select 1"))
                    .satisfies(fault -> assertThat(StoreAway.isWhy(fault)).isTrue());
        }
    }
}
