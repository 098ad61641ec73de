package org.privacypromise.requests.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A document of a person's data with {@link Edits}, as its bytes come: values keep their types, and no more than a piece
 * is in memory. Places are counted as in the document before the edits. It reads what {@link SubjectDataReader} has
 * accepted.
 */
public final class EditedDocument {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int SECTION = 2;
    private static final int RECORD = 4;

    private final Edits edits;
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private final ByteArrayOutputStream produced = new ByteArrayOutputStream();
    private final JsonGenerator json;

    /** How many objects and lists are open around what comes next. */
    private int depth;

    /** The depth around what is left out; -1 if nothing is. */
    private int leftOutFrom = -1;

    private int section = -1;
    private int record = -1;
    private boolean inRecords;

    public EditedDocument(Edits edits) {
        this.edits = edits;
        try {
            parser = JSON.createNonBlockingByteArrayParser();
            json = JSON.createGenerator(produced);
        } catch (IOException e) {
            throw memory(e);
        }
        feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** The edited document's next part, from the document's next part. */
    public byte[] feed(byte[] piece) {
        try {
            feeder.feedInput(piece, 0, piece.length);
            return drain();
        } catch (IOException e) {
            throw memory(e);
        }
    }

    /** Its last part. */
    public byte[] finish() {
        try {
            feeder.endOfInput();
            return drain();
        } catch (IOException e) {
            throw memory(e);
        }
    }

    private byte[] drain() throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.NOT_AVAILABLE;
                token = parser.nextToken()) {
            take(token);
        }
        json.flush();
        byte[] made = produced.toByteArray();
        produced.reset();
        return made;
    }

    private void take(JsonToken token) throws IOException {
        if (token.isStructEnd()) {
            depth--;
        }
        if (leftOutFrom < 0) {
            copy(token);
        } else if (token.isStructEnd() && depth == leftOutFrom) {
            leftOutFrom = -1;
        }
        if (token.isStructStart()) {
            depth++;
        }
    }

    private void copy(JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT && depth == SECTION) {
            section++;
            record = -1;
            if (!edits.kept().test(section)) {
                leftOutFrom = depth;
                return;
            }
        }
        if (token == JsonToken.FIELD_NAME && depth == SECTION + 1) {
            inRecords = parser.currentName().equals("records");
        }
        if (token == JsonToken.START_OBJECT && depth == RECORD && inRecords) {
            record++;
            if (edits.redacted().contains(place())) {
                json.writeStartObject();
                json.writeStringField("redacted", Edits.REDACTED);
                json.writeEndObject();
                leftOutFrom = depth;
                return;
            }
        }
        if (token != JsonToken.FIELD_NAME
                && depth == RECORD + 1
                && !token.isStructEnd()
                && edits.redacted().contains(place() + "/" + escaped(parser.currentName()))) {
            json.writeString(Edits.REDACTED);
            leftOutFrom = token.isStructStart() ? depth : -1;
            return;
        }
        json.copyCurrentEventExact(parser);
    }

    private String place() {
        return "/data/" + section + "/records/" + record;
    }

    /** RFC 6901. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static UncheckedIOException memory(IOException e) {
        // Without the cause: it quotes the data.
        return new UncheckedIOException(new IOException(
                "the document is not what was accepted: " + e.getClass().getSimpleName()));
    }
}
