package org.privacypromise.requests.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectDataReaderTest {

    private static final String ORDERS = """
            {"system":"orders","data":[
              {"category":"user.behavior.purchase_history","source":"given by you","records":[
                {"ordered on":"2026-03-02","paid":12.50,"gift":true,"note":null,"items":["hat","Schuh ü ☂"]},
                {"ordered on":"2026-04-01","returned":"yes"}]},
              {"records":[],"source":"observed","category":"user.name"}]}""";

    @Test
    void tells_what_it_has_read_however_the_bytes_are_cut() {
        byte[] bytes = ORDERS.getBytes(StandardCharsets.UTF_8);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Heard heard = new Heard();
            SubjectDataReader reader = new SubjectDataReader("orders", heard);

            for (int from = 0; from < bytes.length; ) {
                int to = Math.min(bytes.length, from + random.nextInt(40));
                reader.feed(Arrays.copyOfRange(bytes, from, to));
                from = to;
            }
            reader.finish();

            assertThat(heard.told)
                    .as("seed %d, round %d", seed, round)
                    .containsExactly(
                            "section 0",
                            "category user.behavior.purchase_history",
                            "source given by you",
                            "{ordered on=2026-03-02, paid=12.50, gift=yes, note=, items=hat, Schuh ü ☂}",
                            "{ordered on=2026-04-01, returned=yes}",
                            "section 1",
                            "source observed",
                            "category user.name");
        }
    }

    @Test
    void reads_an_empty_document() {
        assertThatCode(() -> read("{\"data\":[],\"system\":\"orders\"}")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    ''~ends too early
                    {~not well-formed JSON
                    []~expected an object
                    nonsense~not well-formed JSON
                    {"system":"orders"}~system and data must both be there
                    {"data":[]}~system and data must both be there
                    {"system":"marketing","data":[]}~system must be the key of the system
                    {"system":7,"data":[]}~system must be the key of the system
                    {"system":"orders","data":{}}~expected a list in data
                    {"system":"orders","data":[7]}~expected objects in data
                    {"system":"orders","data":[],"more":1}~known fields are system and data
                    {"system":"orders","system":"orders","data":[]}~a field stands twice
                    {"system":"orders","data":[]} {}~something follows after its end
                    {"system":"orders","data":[{"category":"user.name","source":"you"}]}~data[0]: category, source and records must all be there
                    {"system":"orders","data":[{"category":"Jo Smith","source":"you","records":[]}]}~data[0]: category must be a data category
                    {"system":"orders","data":[{"category":"user.name","source":7,"records":[]}]}~data[0]: source must say in words
                    {"system":"orders","data":[{"category":"user.name","source":"you","records":{}}]}~data[0]: expected a list in records
                    {"system":"orders","data":[{"category":"user.name","source":"you","records":[{"a":1},["Jo"]]}]}~data[0].records[0]: expected objects in records
                    {"system":"orders","data":[{"category":"user.name","source":"you","records":[{"a":{"b":1}}]}]}~data[0].records[0]: a field holds a text
                    {"system":"orders","data":[{"category":"user.name","source":"you","records":[{"a":[[1]]}]}]}~data[0].records[0]: a field holds a text
                    {"system":"orders","data":[{"category":"user.name","source":"you","records":[{"a":1,"a":2}]}]}~data[0].records[0]: it is not well-formed JSON in UTF-8, or a field stands twice
                    {"system":"orders","data":[{"category":"user.name","source":"you","records":[],"x":1}]}~data[0]: the known fields are category, source and records
                    """)
    void refuses_what_is_no_such_document_and_says_where(String document, String fault) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(NotSubjectDataException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void never_repeats_the_data_in_a_message() {
        for (String document : List.of(
                "{\"system\":\"jo@example.org\"}",
                "{\"jo@example.org\":1}",
                "{\"system\":\"orders\",\"data\":[{\"category\":\"jo@example.org\"",
                "jo@example.org")) {
            assertThatThrownBy(() -> read(document))
                    .isInstanceOf(NotSubjectDataException.class)
                    .hasMessageNotContaining("jo")
                    .hasNoCause();
        }
    }

    @Test
    void refuses_what_is_made_to_hurt() {
        String open = "{\"system\":\"orders\",\"data\":[{\"category\":\"user.name\",\"source\":\"you\",\"records\":[{";

        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(NotSubjectDataException.class);
        assertThatThrownBy(() -> read(open + "\"a\":\"" + "x".repeat(100_001) + "\"}]}]}"))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> read(open + "\"" + "n".repeat(201) + "\":1}]}]}"))
                .hasMessageContaining("too long");
        StringBuilder wide = new StringBuilder(open);
        for (int i = 0; i <= 200; i++) {
            wide.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":1");
        }
        assertThatThrownBy(() -> read(wide + "}]}]}")).hasMessageContaining("more than 200 fields");
        StringBuilder heavy = new StringBuilder(open);
        for (int i = 0; i <= 20; i++) {
            heavy.append(i == 0 ? "" : ",")
                    .append("\"f")
                    .append(i)
                    .append("\":\"")
                    .append("x".repeat(60_000))
                    .append('"');
        }
        assertThatThrownBy(() -> read(heavy + "}]}]}")).hasMessageContaining("longer than 1000000 characters");
        StringBuilder many = new StringBuilder("{\"system\":\"orders\",\"data\":[");
        for (int i = 0; i <= 1_000; i++) {
            many.append(i == 0 ? "" : ",").append("{\"category\":\"user.name\",\"source\":\"you\",\"records\":[]}");
        }
        assertThatThrownBy(() -> read(many + "]}")).hasMessageContaining("more than 1000 entries");
    }

    @Test
    void outlines_a_document_before_it_is_shown() {
        Outline outline = new Outline();
        SubjectDataReader reader = new SubjectDataReader("orders", outline);
        reader.feed(ORDERS.getBytes(StandardCharsets.UTF_8));
        reader.finish();

        assertThat(outline.sections())
                .containsExactly(
                        new Outline.Section(
                                "user.behavior.purchase_history",
                                "given by you",
                                List.of("ordered on", "paid", "gift", "note", "items", "returned"),
                                2),
                        new Outline.Section("user.name", "observed", List.of(), 0));
    }

    private static void read(String document) {
        SubjectDataReader reader = new SubjectDataReader("orders", new Heard());
        reader.feed(document.getBytes(StandardCharsets.UTF_8));
        reader.finish();
    }

    private static final class Heard implements SubjectDataReader.Listener {

        private final List<String> told = new ArrayList<>();

        @Override
        public void sectionBegins(int section) {
            told.add("section " + section);
        }

        @Override
        public void category(String category) {
            told.add("category " + category);
        }

        @Override
        public void source(String source) {
            told.add("source " + source);
        }

        @Override
        public void onRecord(Map<String, String> fields) {
            told.add(fields.toString());
        }
    }
}
