package org.privacypromise.requests.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.delivery.YourDataPage.Category;
import org.privacypromise.requests.delivery.YourDataPage.Cell;
import org.privacypromise.requests.document.Outline;
import org.privacypromise.requests.document.SubjectDataReader;

/**
 * One system's document as tables, written as its bytes come. Records with few fields are rows of one table; a single
 * record, or one with many fields, is a table of its own, so that it can be read on a phone and on paper.
 */
final class DataTables implements SubjectDataReader.Listener {

    private static final int MOST_COLUMNS = 6;
    private static final int MOST_SHOWN = 1_000;
    private static final int BATCH = 50;

    private final List<Outline.Section> outline;
    private final String file;
    private final UnaryOperator<String> nameOfCategory;
    private final SubjectDataReader reader;
    private final StringBuilder html = new StringBuilder();
    private final List<List<Cell>> batch = new ArrayList<>();
    private @Nullable Category category;
    private long records;

    /** @param outline of the same document */
    DataTables(String system, List<Outline.Section> outline, UnaryOperator<String> nameOfCategory) {
        this.outline = outline;
        this.file = DescribeAnswer.file(system);
        this.nameOfCategory = nameOfCategory;
        this.reader = new SubjectDataReader(system, this);
    }

    /** The page's next part, from the document's next part. */
    byte[] feed(byte[] document) {
        reader.feed(document);
        return taken();
    }

    byte[] finish() {
        reader.finish();
        end();
        return taken();
    }

    private byte[] taken() {
        byte[] utf8 = html.toString().getBytes(StandardCharsets.UTF_8);
        html.setLength(0);
        return utf8;
    }

    @Override
    public void sectionBegins(int index) {
        end();
        Outline.Section section = outline.get(index);
        boolean table = section.records() > 1 && section.columns().size() <= MOST_COLUMNS;
        category = new Category(
                nameOfCategory.apply(section.category()),
                section.source(),
                table ? section.columns() : List.of(),
                section.records(),
                Math.min(section.records(), MOST_SHOWN),
                file);
        records = 0;
        html.append(YourDataPage.yourDataCategory(category).render());
    }

    @Override
    public void onRecord(Map<String, String> fields) {
        if (category == null || ++records > MOST_SHOWN) {
            return;
        }
        batch.add(
                category.table()
                        ? category.columns().stream()
                                .map(column -> cell(column, fields.getOrDefault(column, "")))
                                .toList()
                        : fields.entrySet().stream()
                                .map(field -> cell(field.getKey(), field.getValue()))
                                .toList());
        if (batch.size() == BATCH) {
            flush(category);
        }
    }

    private static Cell cell(String label, String value) {
        return new Cell(label, Words.value(value));
    }

    private void flush(Category current) {
        html.append((current.table() ? YourDataPage.yourDataRows(batch) : YourDataPage.yourDataCards(batch)).render());
        batch.clear();
    }

    private void end() {
        if (category != null) {
            flush(category);
            html.append(YourDataPage.yourDataCategoryEnd(category).render());
            category = null;
        }
    }
}
