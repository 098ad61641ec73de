package org.privacypromise.subjecttasks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What is uploaded: everything that one system holds about a subject, as JSON. The same data gives the same text. */
final class DataDocument {

    private static final JsonFactory JSON = new JsonFactory();

    private final String json;

    private DataDocument(String json) {
        this.json = json;
    }

    static DataDocument of(String system, List<DataSection> sections) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("system", system);
            json.writeArrayFieldStart("data");
            for (DataSection section : sections) {
                write(section, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return new DataDocument(text.toString());
    }

    String json() {
        return json;
    }

    /** SHA-256 of the text in UTF-8, hexadecimal. */
    String digest() {
        try {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(DataSection section, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("category", section.category());
        json.writeStringField("source", section.source());
        json.writeArrayFieldStart("records");
        for (Map<String, Object> fields : section.records()) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                write(field.getValue(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            default -> json.writeString(value.toString());
        }
    }
}
