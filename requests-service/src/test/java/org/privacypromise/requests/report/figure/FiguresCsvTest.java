package org.privacypromise.requests.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.requests.report.figure.FiguresTest.closed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresCsvTest {

    @Test
    void each_number_is_a_line_under_the_same_head() {
        Figures figures = Figures.of(new Happened(
                List.of(new Happened.Received("ACCESS", "UK_GDPR", "GUEST", 3)),
                List.of(closed("ACCESS", "REFUSED", "EXCESSIVE", 2)),
                List.of(new Happened.Extended("ACCESS", "UK_GDPR", 1)),
                List.of(new Happened.Verdict("DENY", "RULES", 5))));

        assertThat(FiguresCsv.of(figures).split("\r\n"))
                .containsExactly(
                        "figure,right,regime,of,count,on time,late,median days,p95 days",
                        "received,ACCESS,UK_GDPR,GUEST,3,,,,",
                        "closed,ACCESS,UK_GDPR,REFUSED,1,1,0,2.0,2.0",
                        "extended,ACCESS,UK_GDPR,,1,,,,",
                        "refused,ACCESS,UK_GDPR,EXCESSIVE,1,,,,",
                        "screened,,,DENY by RULES,5,,,,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void nothing_is_a_formula_to_a_spreadsheet(String formula) {
        assertThat(FiguresCsv.cell(formula)).isEqualTo("'" + formula);
    }

    @Test
    void a_cell_with_commas_or_quotes_stays_one_cell() {
        assertThat(FiguresCsv.cell("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
        assertThat(FiguresCsv.cell("plain")).isEqualTo("plain");
        assertThat(FiguresCsv.cell("")).isEmpty();
    }
}
