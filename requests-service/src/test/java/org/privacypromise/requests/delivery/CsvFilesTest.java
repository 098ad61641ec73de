package org.privacypromise.requests.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.document.Outline;
import org.privacypromise.requests.document.SubjectDataReader;

class CsvFilesTest {

    private static final String DOCUMENT = """
            {"system":"orders","data":[
            {"category":"user.name","source":"given by you","records":[{"name":"Ada, \\"Countess\\""},{"city":"London"}]},
            {"category":"user.payment","source":"records","records":[{"amount":-12.50,"note":"=1+1"}]}]}""";

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
