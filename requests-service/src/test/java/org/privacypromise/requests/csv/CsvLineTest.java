package org.privacypromise.requests.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+44 20 7946 0000", "-1+2", "@SUM(A1)", "\t=1", "  =1", "\r=1", "|calc", "%x", "\n"})
    void no_cell_is_a_formula(String value) {
        assertThat(CsvLine.cell(value)).startsWith("\"'").endsWith(value + '"');
    }

    @ParameterizedTest
    @CsvSource({"-12.50,-12.50", "+3,+3", "42,42", "'',''", "Ada,Ada", "2026-03-02,2026-03-02", "a=b,a=b"})
    void what_is_none_stays_as_it_is(String value, String cell) {
        assertThat(CsvLine.cell(value)).isEqualTo('"' + cell + '"');
    }

    @Test
    void a_cell_with_commas_or_quotes_stays_one_cell() {
        assertThat(CsvLine.of(List.of("a, \"b\"", "c"))).isEqualTo("\"a, \"\"b\"\"\",\"c\"\r\n");
    }
}
