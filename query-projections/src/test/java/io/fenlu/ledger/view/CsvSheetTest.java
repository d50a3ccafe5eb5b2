package io.fenlu.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTest {
    @Test
    void commas_quotes_and_line_breaks_are_quoted() {
        assertThat(new CsvSheet()
                        .row(List.of("a,b", "say \"yes\"", "two\nlines", "plain", ""))
                        .toString())
                .isEqualTo("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",plain,\r\n");
    }

    @Test
    void what_a_spreadsheet_would_calculate_is_made_harmless() {
        assertThat(new CsvSheet().row(List.of("=1+1", "+1", "-1", "@a", "1-1")).toString())
                .isEqualTo("'=1+1,'+1,'-1,'@a,1-1\r\n");
    }
}
