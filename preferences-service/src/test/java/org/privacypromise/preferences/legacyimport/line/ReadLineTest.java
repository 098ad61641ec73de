package org.privacypromise.preferences.legacyimport.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.preferences.choice.matrix.Cell;

class ReadLineTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final ReadLine reading = new ReadLine(
            cell -> cell.purpose().equals("news"), cell -> !cell.channel().equals("post"), NOW);

    @Test
    void an_opt_in_has_its_evidence() {
        assertThat(read(optIn()).line())
                .isEqualTo(new ImportLine(
                        7,
                        "c:42",
                        new Cell("news", "email", "main"),
                        true,
                        Instant.parse("2024-05-01T00:00:00Z"),
                        "2023-01",
                        "de",
                        "checkout",
                        "CRM 0815"));
    }

    @ParameterizedTest
    @CsvSource({"DECIDED_AT", "NOTICE_VERSION", "LANGUAGE", "SOURCE", "REFERENCE"})
    void one_without_is_none(Column missing) {
        Map<Column, String> line = optIn();
        line.put(missing, " ");

        assertThat(read(line).faults())
                .containsExactly(new LineFault(7, missing.title(), "is missing: an opt-in needs its evidence"));
    }

    @Test
    void an_opt_out_needs_none() {
        Map<Column, String> line = new EnumMap<>(Map.of(
                Column.CONTACT_REF, "1.q3v8Zt0m2l1kXc7Yb4n5AQ",
                Column.PURPOSE, "news",
                Column.CHANNEL, "sms",
                Column.BRAND, "main",
                Column.ALLOWED, "false"));

        ImportLine read = read(line).line();

        assertThat(read).isNotNull();
        assertThat(read.key()).isEqualTo("p:1.q3v8Zt0m2l1kXc7Yb4n5AQ");
        assertThat(read.decidedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_ID, ada@example.org",
        "CUSTOMER_ID, ''",
        "CONTACT_REF, 1.a",
        "PURPOSE, other",
        "PURPOSE, ''",
        "CHANNEL, post",
        "CHANNEL, ''",
        "BRAND, ''",
        "ALLOWED, yes",
        "ALLOWED, ''",
        "DECIDED_AT, 2026-03-03",
        "DECIDED_AT, 1989-12-31",
        "DECIDED_AT, yesterday",
        "DECIDED_AT, 02.03.2026",
        "NOTICE_VERSION, my notice",
        "LANGUAGE, german language",
        "SOURCE, ada@example.org",
        "REFERENCE, '=HYPERLINK'"
    })
    void what_is_wrong_is_said_by_column_and_not_repeated(Column column, String value) {
        Map<Column, String> line = optIn();
        line.put(column, value);

        ReadLine.Result read = read(line);

        assertThat(read.line()).isNull();
        assertThat(read.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(7);
            assertThat(fault.field()).isEqualTo(column == Column.CONTACT_REF ? "customerId" : fault.field());
            if (!value.isEmpty()) {
                assertThat(fault.fault()).doesNotContain(value);
            }
        });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(read(Map.of(Column.ALLOWED, "true")).faults())
                .extracting(LineFault::field)
                .containsExactly(
                        "customerId",
                        "purpose",
                        "channel",
                        "brand",
                        "decidedAt",
                        "noticeVersion",
                        "language",
                        "source",
                        "reference");
    }

    @Test
    void fields_of_csv_are_told_apart() {
        assertThat(CsvFields.of("a,b,c")).contains(List.of("a", "b", "c"));
        assertThat(CsvFields.of("")).contains(List.of(""));
        assertThat(CsvFields.of("a,,")).contains(List.of("a", "", ""));
        assertThat(CsvFields.of("\"a, b\",\"say \"\"no\"\"\"")).contains(List.of("a, b", "say \"no\""));
        assertThat(CsvFields.of("\"\",x")).contains(List.of("", "x"));
        assertThat(CsvFields.of("\"open")).isEmpty();
        assertThat(CsvFields.of("\"a\"b,c")).isEmpty();
    }

    private ReadLine.Result read(Map<Column, String> values) {
        return reading.read(7, values);
    }

    private static Map<Column, String> optIn() {
        Map<Column, String> line = new EnumMap<>(Column.class);
        line.put(Column.CUSTOMER_ID, "42");
        line.put(Column.PURPOSE, "news");
        line.put(Column.CHANNEL, "email");
        line.put(Column.BRAND, "main");
        line.put(Column.ALLOWED, "true");
        line.put(Column.DECIDED_AT, "2024-05-01");
        line.put(Column.NOTICE_VERSION, "2023-01");
        line.put(Column.LANGUAGE, "de");
        line.put(Column.SOURCE, "checkout");
        line.put(Column.REFERENCE, "CRM 0815");
        return line;
    }
}
