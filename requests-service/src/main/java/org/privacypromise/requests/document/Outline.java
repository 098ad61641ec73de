package org.privacypromise.requests.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** What a document has in it, without the data itself: enough to lay out its tables before they are filled. */
public final class Outline implements SubjectDataReader.Listener {

    /**
     * One entry of the document.
     *
     * @param columns every field's name that occurs, in the order in which they were met
     */
    public record Section(String category, String source, List<String> columns, long records) {}

    private final List<Section> sections = new ArrayList<>();
    private @Nullable Draft draft;

    private static final class Draft {
        private String category = "";
        private String source = "";
        private final SequencedSet<String> columns = new LinkedHashSet<>();
        private long records;

        Section section() {
            return new Section(category, source, List.copyOf(columns), records);
        }
    }

    /** The sections in their order; all of them once the document has been read to its end. */
    public List<Section> sections() {
        List<Section> all = new ArrayList<>(sections);
        if (draft != null) {
            all.add(draft.section());
        }
        return List.copyOf(all);
    }

    @Override
    public void sectionBegins(int section) {
        if (draft != null) {
            sections.add(draft.section());
        }
        draft = new Draft();
    }

    @Override
    public void category(String category) {
        draft().category = category;
    }

    @Override
    public void source(String source) {
        draft().source = source;
    }

    @Override
    public void onRecord(Map<String, String> fields) {
        draft().records++;
        draft().columns.addAll(fields.keySet());
    }

    private Draft draft() {
        Draft current = draft;
        if (current == null) {
            throw new IllegalStateException("no section has begun");
        }
        return current;
    }
}
