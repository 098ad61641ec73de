package org.privacypromise.requests.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.csv.CsvLine;
import org.privacypromise.requests.document.Outline;
import org.privacypromise.requests.document.SubjectDataReader;

/**
 * One system's document as CSV (RFC 4180), a file for each entry, written as its bytes come: safe to open, as
 * {@link CsvLine} is.
 */
final class CsvFiles implements SubjectDataReader.Listener {

    /** By which spreadsheets know that it is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        text.append(BYTE_ORDER_MARK).append(CsvLine.of(columns));
    }

    @Override
    public void onRecord(Map<String, String> fields) {
        text.append(CsvLine.of(
                columns.stream().map(column -> fields.getOrDefault(column, "")).toList()));
    }
}
