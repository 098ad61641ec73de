package org.privacypromise.preferences.sendcheck;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.ndjson.Line;
import org.privacypromise.preferences.ndjson.LineReader;
import org.privacypromise.preferences.ndjson.UnreadableLineException;

/** Reads one question, from a line or from the parameters of a request. */
@ApplicationScoped
class QuestionReader {

    private final LineReader lines;

    QuestionReader(ObjectMapper json) {
        lines = new LineReader(json, List.of("customerId", "contactRef", "purpose", "channel", "brand", "product"));
    }

    Question read(Line line) throws UnreadableLineException {
        @Nullable String[] values = lines.read(line);
        return question(values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    static Question question(
            @Nullable String customerId,
            @Nullable String contactRef,
            @Nullable String purpose,
            @Nullable String channel,
            @Nullable String brand,
            @Nullable String product)
            throws UnreadableLineException {
        String id = customerId == null ? contactRef : customerId;
        if (id == null || (customerId != null && contactRef != null)) {
            throw new UnreadableLineException("Send either customerId or contactRef.");
        }
        if (!isReference(id)) {
            throw new UnreadableLineException("An ID has 1 to 128 characters of A-Z a-z 0-9 . _ ~ -");
        }
        if (purpose == null || channel == null || brand == null) {
            throw new UnreadableLineException("Send purpose, channel and brand.");
        }
        if (product != null && !isReference(product)) {
            throw new UnreadableLineException("A product has 1 to 128 characters of A-Z a-z 0-9 . _ ~ -");
        }
        return new Question(customerId == null, id, new Cell(purpose, channel, brand), product);
    }

    // By hand, for it is done for each of a million lines.
    private static boolean isReference(String text) {
        if (text.isEmpty() || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
