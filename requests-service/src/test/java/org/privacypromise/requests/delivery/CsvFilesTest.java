package org.privacypromise.requests.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.requests.document.Outline;
import org.privacypromise.requests.document.SubjectDataReader;

class CsvFilesTest {

    private static final String DOCUMENT = """
            {"system":"orders","data":[
            {"category":"user.name","source":"given by you","records":[{"name":"Ada, \\"Countess\\""},{"city":"London"}]},
            {"category":"user.payment","source":"records","records":[{"amount":-12.50,"note":"=1+1"}]}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+44 20 7946 0000", "-1+2", "@SUM(A1)", "\t=1", "  =1", "\r=1", "|calc", "%x", "\n"})
    void no_cell_is_a_formula(String value) {
        assertThat(CsvFiles.cell(value)).startsWith("\"'").endsWith(value + '"');
    }

    @ParameterizedTest
    @CsvSource({"-12.50,-12.50", "+3,+3", "42,42", "'',''", "Ada,Ada", "2026-03-02,2026-03-02", "a=b,a=b"})
    void what_is_none_stays_as_it_is(String value, String cell) {
        assertThat(CsvFiles.cell(value)).isEqualTo('"' + cell + '"');
    }

    @Test
    void each_entry_is_a_file_with_all_its_columns_however_the_document_comes() {
        for (int size : new int[] {1, 13, 10_000}) {
            List<CsvFiles.Part> parts = parts(size);

            assertThat(parts.stream().map(CsvFiles.Part::begins).filter(name -> name != null))
                    .containsExactly("csv/orders-01-user.name.csv", "csv/orders-02-user.payment.csv");
            assertThat(text(parts)).isEqualTo("""
                    \uFEFF"name","city"
                    "Ada, ""Countess""\",""
                    "","London"
                    \uFEFF"amount","note"
                    "-12.50","'=1+1"
                    """.replace("\n", "\r\n"));
        }
    }

    private static List<CsvFiles.Part> parts(int size) {
        Outline outline = new Outline();
        SubjectDataReader reader = new SubjectDataReader("orders", outline);
        reader.feed(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        reader.finish();
        CsvFiles csv = new CsvFiles("orders", outline.sections());
        List<CsvFiles.Part> parts = new ArrayList<>();
        for (int from = 0; from < DOCUMENT.length(); from += size) {
            String piece = DOCUMENT.substring(from, Math.min(from + size, DOCUMENT.length()));
            parts.addAll(csv.feed(piece.getBytes(StandardCharsets.UTF_8)));
        }
        return parts;
    }

    private static String text(List<CsvFiles.Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(new String(part.bytes(), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
