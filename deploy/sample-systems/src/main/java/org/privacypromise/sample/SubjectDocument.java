package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What is uploaded for an access request, written while it is collected: {@code {"system", "data": [{"category",
 * "source", "records": [{...}]}]}}.
 */
final class SubjectDocument implements AutoCloseable {

    private final JsonGenerator json;
    private boolean empty = true;

    SubjectDocument(String system, OutputStream out) throws IOException {
        json = Json.MAPPER.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("system", system);
        json.writeArrayFieldStart("data");
    }

    /** Whether nothing has been found so far. */
    boolean isEmpty() {
        return empty;
    }

    /**
     * Adds one section with a record for each row, if there is any.
     *
     * @param category as the purpose register calls it
     * @param source where the data is from, in plain words
     * @param select the labels of its columns are what the customer reads; its only parameter is an array
     * @param subjects whom to look for
     */
    void add(Connection connection, String category, String source, String select, List<String> subjects)
            throws SQLException, IOException {
        try (var statement = connection.prepareStatement(select)) {
            statement.setFetchSize(500);
            statement.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            ResultSet rows = statement.executeQuery();
            if (rows.next()) {
                empty = false;
                json.writeStartObject();
                json.writeStringField("category", category);
                json.writeStringField("source", source);
                json.writeArrayFieldStart("records");
                do {
                    record(rows);
                } while (rows.next());
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    }

    private void record(ResultSet row) throws SQLException, IOException {
        json.writeStartObject();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String value = row.getString(column);
            if (value != null) {
                json.writeStringField(row.getMetaData().getColumnLabel(column), value);
            }
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
