package org.privacypromise.preferences.legacyimport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.legacyimport.LegacyImport.Format;
import org.privacypromise.preferences.legacyimport.line.Column;
import org.privacypromise.preferences.legacyimport.line.CsvFields;
import org.privacypromise.preferences.legacyimport.line.ReadLine;

/** Makes lines of a file's texts: of a CSV file by its header, of NDJSON by the names of the fields. */
final class ParseFile {

    static final ProblemType NOT_AN_IMPORT =
            new ProblemType("not-an-import", 422, "The file's header is not one of an import");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2)
                    .maxStringLength(1000)
                    .build())
            .build();

    private final Format format;
    private final ReadLine readLine;
    private @Nullable String header;
    private List<Column> columns = List.of();

    /** @param header of the part of the file that has been read before; null if none has */
    ParseFile(Format format, ReadLine readLine, @Nullable String header) {
        this.format = format;
        this.readLine = readLine;
        if (header != null && !header.isEmpty()) {
            useHeader(header);
        }
    }

    @Nullable
    String header() {
        return header;
    }

    /** Null for the header, and for a line without content. */
    ReadLine.@Nullable Result parse(long number, String line) {
        if (format == Format.CSV && header == null) {
            useHeader(line);
            return null;
        }
        if (line.isBlank()) {
            return null;
        }
        return format == Format.CSV ? csv(number, line) : ndjson(number, line);
    }

    private void useHeader(String line) {
        List<Column> known = new ArrayList<>();
        for (String title : CsvFields.of(line).orElse(List.of())) {
            Optional<Column> column = Column.titled(title.strip());
            if (column.isEmpty() || known.contains(column.get())) {
                throw new ProblemException(
                        NOT_AN_IMPORT,
                        "The first line names the columns, each once. Known ones: " + Column.titles() + ".");
            }
            known.add(column.get());
        }
        columns = known;
        header = line;
    }

    private ReadLine.Result csv(long number, String line) {
        List<String> fields = CsvFields.of(line).orElse(null);
        if (fields == null) {
            return ReadLine.unreadable(number, "the quotes do not add up; a field ends on its line");
        }
        if (fields.size() != columns.size()) {
            return ReadLine.unreadable(number, "must have " + columns.size() + " fields, as the header");
        }
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (int i = 0; i < fields.size(); i++) {
            values.put(columns.get(i), fields.get(i));
        }
        return readLine.read(number, values);
    }

    private ReadLine.Result ndjson(long number, String line) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return ReadLine.unreadable(number, "must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                Column column = Column.titled(parser.currentName()).orElse(null);
                JsonToken value = parser.nextToken();
                if (column == null) {
                    return ReadLine.unreadable(number, "has a field that is not known; known ones: " + Column.titles());
                }
                if (value.isStructStart() || value.isNumeric()) {
                    return ReadLine.unreadable(number, "the values are texts, true or false");
                }
                if (value != JsonToken.VALUE_NULL) {
                    values.put(column, parser.getText());
                }
            }
            if (parser.nextToken() != null) {
                return ReadLine.unreadable(number, "must be one JSON object");
            }
        } catch (IOException e) {
            return ReadLine.unreadable(number, "must be a JSON object with each field once");
        }
        return readLine.read(number, values);
    }
}
