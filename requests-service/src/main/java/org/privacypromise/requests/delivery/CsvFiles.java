package org.privacypromise.requests.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.document.Outline;
import org.privacypromise.requests.document.SubjectDataReader;

/**
 * One system's document as CSV (RFC 4180), a file for each entry, written as its bytes come. No cell is a formula to a
 * spreadsheet: what looks like one is led in by an apostrophe.
 */
final class CsvFiles implements SubjectDataReader.Listener {

    /** By which spreadsheets know that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}([.][0-9]{1,15})?");
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|%";

    private final String system;
    private final List<Outline.Section> outline;
    private final SubjectDataReader reader;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private List<String> columns = List.of();
    private @Nullable String begins;

    /**
     * Some of a file.
     *
     * @param begins the file that begins here; null if the one before goes on
     */
    record Part(@Nullable String begins, byte[] bytes) {}

    /** @param outline of the same document */
    CsvFiles(String system, List<Outline.Section> outline) {
        this.system = system;
        this.outline = outline;
        this.reader = new SubjectDataReader(system, this);
    }

    /** What comes next, from the document's next part. */
    List<Part> feed(byte[] document) {
        reader.feed(document);
        return taken();
    }

    private List<Part> taken() {
        flush();
        List<Part> made = List.copyOf(parts);
        parts.clear();
        return made;
    }

    private void flush() {
        if (begins != null || !text.isEmpty()) {
            parts.add(new Part(begins, text.toString().getBytes(StandardCharsets.UTF_8)));
            begins = null;
            text.setLength(0);
        }
    }

    @Override
    public void sectionBegins(int index) {
        flush();
        Outline.Section section = outline.get(index);
        columns = section.columns();
        begins = "csv/%s-%02d-%s.csv".formatted(system, index + 1, section.category());
        text.append(BYTE_ORDER_MARK).append(line(columns));
    }

    @Override
    public void onRecord(Map<String, String> fields) {
        text.append(line(
                columns.stream().map(column -> fields.getOrDefault(column, "")).toList()));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvFiles::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String value) {
        return '"' + (isFormula(value) ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }

    private static boolean isFormula(String value) {
        if (value.isEmpty() || NUMBER.matcher(value).matches()) {
            return false;
        }
        String led = value.stripLeading();
        return BEGINS_A_FORMULA.indexOf(led.isEmpty() ? value.charAt(0) : led.charAt(0)) >= 0;
    }
}
