package org.privacypromise.requests.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"system":"orders","data":[{"category":"user.name","source":"given by you","records":[{"name":"…"}]}]}}
 * as its bytes come, one record in memory at a time. Records are flat: each field is a text, number, truth value, null,
 * or a list of those.
 */
public final class SubjectDataReader {

    private static final int MOST_SECTIONS = 1_000;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_RECORD = 1_000_000;
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){0,7}");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(100_000)
                    .maxNameLength(200)
                    .maxNumberLength(100)
                    .build())
            .build();

    /** Whom the reader tells what it has read. */
    public interface Listener {

        /** Everything up to the next call belongs to this section. Category or source may follow after the records. */
        default void sectionBegins(int section) {}

        default void category(String category) {}

        default void source(String source) {}

        /** @param fields in their order, as a person reads them; an empty text stands for nothing */
        default void onRecord(Map<String, String> fields) {}
    }

    private enum State {
        START,
        ROOT,
        SYSTEM,
        DATA,
        SECTIONS,
        SECTION,
        CATEGORY,
        SOURCE,
        RECORDS,
        RECORD_LIST,
        RECORD,
        VALUE,
        VALUE_LIST,
        END
    }

    private final String system;
    private final Listener listener;
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private State state = State.START;
    private boolean named;
    private boolean hasData;
    private int section = -1;
    private boolean hasCategory;
    private boolean hasSource;
    private boolean hasRecords;
    private long index = -1;
    private Map<String, String> fields = new LinkedHashMap<>();
    private int length;
    private String field = "";
    private @Nullable StringJoiner list;

    /** @param system whose document it must be */
    public SubjectDataReader(String system, Listener listener) {
        this.system = system;
        this.listener = listener;
        try {
            parser = JSON.createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
        feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** @throws NotSubjectDataException as soon as it is certain that this is no such document */
    public void feed(byte[] bytes) {
        try {
            feeder.feedInput(bytes, 0, bytes.length);
            drain();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** @throws NotSubjectDataException if the document is not complete */
    public void finish() {
        try {
            feeder.endOfInput();
            drain();
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (state != State.END) {
            throw refused("it ends too early");
        }
    }

    private void drain() throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.NOT_AVAILABLE;
                token = parser.nextToken()) {
            take(token);
        }
    }

    private void take(JsonToken token) throws IOException {
        switch (state) {
            case START -> state = expect(token, JsonToken.START_OBJECT, State.ROOT, "an object");
            case ROOT -> root(token);
            case SYSTEM -> system(token);
            case DATA -> state = expect(token, JsonToken.START_ARRAY, State.SECTIONS, "a list in data");
            case SECTIONS -> sections(token);
            case SECTION -> section(token);
            case CATEGORY -> category(token);
            case SOURCE -> source(token);
            case RECORDS -> state = expect(token, JsonToken.START_ARRAY, State.RECORD_LIST, "a list in records");
            case RECORD_LIST -> recordList(token);
            case RECORD -> recordField(token);
            case VALUE -> value(token);
            case VALUE_LIST -> valueList(token);
            case END -> throw refused("something follows after its end");
        }
    }

    private State expect(JsonToken token, JsonToken wanted, State next, String what) {
        if (token != wanted) {
            throw refused("expected " + what);
        }
        return next;
    }

    private void root(JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            if (!named || !hasData) {
                throw refused("system and data must both be there");
            }
            state = State.END;
            return;
        }
        state = switch (parser.currentName()) {
            case "system" -> State.SYSTEM;
            case "data" -> State.DATA;
            default -> throw refused("the known fields are system and data");
        };
    }

    private void system(JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING || !parser.getText().equals(system)) {
            throw refused("system must be the key of the system whose task it is");
        }
        named = true;
        state = State.ROOT;
    }

    private void sections(JsonToken token) {
        if (token == JsonToken.END_ARRAY) {
            hasData = true;
            state = State.ROOT;
            return;
        }
        state = expect(token, JsonToken.START_OBJECT, State.SECTION, "objects in data");
        if (++section == MOST_SECTIONS) {
            throw refused("data has more than " + MOST_SECTIONS + " entries");
        }
        hasCategory = false;
        hasSource = false;
        hasRecords = false;
        index = -1;
        listener.sectionBegins(section);
    }

    private void section(JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            if (!hasCategory || !hasSource || !hasRecords) {
                throw refused("category, source and records must all be there");
            }
            state = State.SECTIONS;
            return;
        }
        state = switch (parser.currentName()) {
            case "category" -> State.CATEGORY;
            case "source" -> State.SOURCE;
            case "records" -> State.RECORDS;
            default -> throw refused("the known fields are category, source and records");
        };
    }

    private void category(JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING
                || !CATEGORY.matcher(parser.getText()).matches()) {
            throw refused("category must be a data category such as user.contact.email");
        }
        hasCategory = true;
        listener.category(parser.getText());
        state = State.SECTION;
    }

    private void source(JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw refused("source must say in words where the data comes from");
        }
        hasSource = true;
        listener.source(parser.getText());
        state = State.SECTION;
    }

    private void recordList(JsonToken token) {
        if (token == JsonToken.END_ARRAY) {
            hasRecords = true;
            state = State.SECTION;
            return;
        }
        state = expect(token, JsonToken.START_OBJECT, State.RECORD, "objects in records");
        index++;
        fields = new LinkedHashMap<>();
        length = 0;
    }

    private void recordField(JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            listener.onRecord(fields);
            state = State.RECORD_LIST;
            return;
        }
        field = parser.currentName();
        if (fields.size() == MOST_FIELDS) {
            throw refused("a record has more than " + MOST_FIELDS + " fields");
        }
        state = State.VALUE;
    }

    private void value(JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            list = new StringJoiner(", ");
            state = State.VALUE_LIST;
            return;
        }
        put(words(token));
    }

    private void valueList(JsonToken token) throws IOException {
        StringJoiner items = list;
        if (items == null || token == JsonToken.END_ARRAY) {
            put(items == null ? "" : items.toString());
            return;
        }
        items.add(counted(words(token)));
    }

    private void put(String words) {
        fields.put(field, counted(words));
        state = State.RECORD;
    }

    private String counted(String words) {
        length += words.length() + field.length();
        if (length > LONGEST_RECORD) {
            throw refused("a record is longer than " + LONGEST_RECORD + " characters");
        }
        return words;
    }

    private String words(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_TRUE -> "yes";
            case VALUE_FALSE -> "no";
            case VALUE_NULL -> "";
            default -> throw refused("a field holds a text, a number, true, false, null, or a list of those");
        };
    }

    private NotSubjectDataException unreadable(IOException e) {
        return refused(
                e instanceof StreamConstraintsException
                        ? "it is nested too deeply, or a name or value is too long"
                        : "it is not well-formed JSON in UTF-8, or a field stands twice");
    }

    private NotSubjectDataException refused(String why) {
        StringBuilder where = new StringBuilder();
        if (section >= 0 && state != State.ROOT && state != State.END) {
            where.append("data[").append(section).append(']');
            if (index >= 0) {
                where.append(".records[").append(index).append(']');
            }
            where.append(": ");
        }
        return new NotSubjectDataException(where + why + ".");
    }
}
