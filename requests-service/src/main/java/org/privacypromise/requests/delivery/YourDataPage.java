package org.privacypromise.requests.delivery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** {@code your-data.html} in pieces, so that it can be written as the data comes. Everything in it is escaped. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class YourDataPage {

    private YourDataPage() {}

    /** Up to where the data begins. */
    static native TemplateInstance yourDataOpening(YourData page);

    static native TemplateInstance yourDataSystem(YourData.Asked system);

    static native TemplateInstance yourDataCategory(Category category);

    static native TemplateInstance yourDataRows(List<List<Cell>> rows);

    static native TemplateInstance yourDataCards(List<List<Cell>> cards);

    static native TemplateInstance yourDataCategoryEnd(Category category);

    /** From where the data ends. */
    static native TemplateInstance yourDataClosing(YourData page);

    /**
     * Data of one kind from one system.
     *
     * @param columns of the table; none if each record is a table of its own
     * @param shown how many records the page shows; the rest is in the file only
     */
    record Category(String name, String source, List<String> columns, long records, long shown, String file) {

        public boolean table() {
            return !columns.isEmpty();
        }

        public boolean empty() {
            return records == 0;
        }

        public long left() {
            return records - shown;
        }
    }

    record Cell(String label, String value) {}
}
