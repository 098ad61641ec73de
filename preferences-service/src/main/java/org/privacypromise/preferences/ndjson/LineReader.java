package org.privacypromise.preferences.ndjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that are flat JSON objects of texts, as strictly as a body of one request is read, and in a tenth of the
 * time: there may be a million of them.
 */
public final class LineReader {

    private final JsonFactory json;
    private final List<String> fields;
    private final String remedy;

    /** @param fields every field that a line may have; none has to be there */
    public LineReader(ObjectMapper json, List<String> fields) {
        // A field that stands twice is seen here, where no set of names has to be kept for it.
        this.json = json.getFactory().copy().disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        this.fields = List.copyOf(fields);
        this.remedy = "Known fields here, all of them texts: " + String.join(", ", fields) + ".";
    }

    /** The values in the order of the fields; null where there is none. */
    public @Nullable String[] read(Line line) throws UnreadableLineException {
        if (line.tooLong()) {
            throw new UnreadableLineException("A line has at most " + Line.LONGEST + " bytes.");
        }
        try (JsonParser parser = json.createParser(line.json())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableLineException("A line is one JSON object.");
            }
            @Nullable String[] values = values(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableLineException("A line is one JSON object, and nothing more.");
            }
            return values;
        } catch (IOException e) {
            throw new UnreadableLineException("The line is not well-formed JSON.");
        }
    }

    private @Nullable String[] values(JsonParser parser) throws IOException, UnreadableLineException {
        @Nullable String[] values = new String[fields.size()];
        int seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int field = fields.indexOf(name);
            JsonToken value = parser.nextToken();
            if ((seen & 1 << field) != 0) {
                throw new UnreadableLineException("A field stands twice.");
            }
            if (field < 0 || (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL)) {
                throw new UnreadableLineException(remedy);
            }
            seen |= 1 << field;
            values[field] = value == JsonToken.VALUE_NULL ? null : parser.getText();
        }
        return values;
    }
}
