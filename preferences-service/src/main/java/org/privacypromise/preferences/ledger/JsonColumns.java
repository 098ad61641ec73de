package org.privacypromise.preferences.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Choice;
import org.privacypromise.preferences.choice.matrix.Decision;

/**
 * Choices and evidence as their columns have them, and as the entities read them; field by field, for this is what every
 * change costs, and an import makes millions.
 */
public final class JsonColumns {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonColumns() {}

    public static String choices(List<Choice> choices) {
        return write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("list");
            for (Choice choice : choices) {
                json.writeStartObject();
                writeCell(json, choice.purpose(), choice.channel(), choice.brand());
                json.writeBooleanField("allowed", choice.allowed());
                json.writeStringField("since", choice.since().toString());
                json.writeStringField("source", choice.source().name());
                json.writeStringField("noticeVersion", choice.noticeVersion());
                json.writeStringField("language", choice.language());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    public static String changes(List<Decision> changes) {
        return write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("list");
            for (Decision change : changes) {
                Cell cell = change.cell();
                json.writeStartObject();
                json.writeObjectFieldStart("cell");
                writeCell(json, cell.purpose(), cell.channel(), cell.brand());
                json.writeEndObject();
                json.writeBooleanField("allowed", change.allowed());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    public static String details(Map<String, String> details) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, String> detail : details.entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
        });
    }

    private static void writeCell(JsonGenerator json, String purpose, String channel, String brand) throws IOException {
        json.writeStringField("purpose", purpose);
        json.writeStringField("channel", channel);
        json.writeStringField("brand", brand);
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String write(Content content) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
