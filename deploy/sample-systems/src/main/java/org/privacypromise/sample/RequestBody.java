package org.privacypromise.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** What a caller sent. No answer about it repeats any of it. */
final class RequestBody {

    private static final int LARGEST = 16_384;

    private RequestBody() {}

    /** @param shape the fields, for whoever sent something else */
    static <T> T read(HttpExchange request, Class<T> type, String shape) throws IOException, Problem {
        String contentType = String.valueOf(request.getRequestHeaders().getFirst("Content-Type"));
        if (!contentType.matches("(?i)application/json\\s*(;.*)?")) {
            throw new Problem(
                    "unsupported-media-type", 415, "The content type is not understood here", "Send application/json.");
        }
        byte[] body = request.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem("too-large", 413, "The request is too large", "Send at most " + LARGEST + " bytes.");
        }
        try {
            T read = Json.MAPPER.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (ValueInstantiationException e) {
            // The records' own rules quote nothing.
            throw Problem.malformed(
                    String.valueOf(e.getCause() == null ? null : e.getCause().getMessage()));
        } catch (JsonProcessingException e) {
            // said below, without the exception: it quotes the request
        }
        throw Problem.malformed("Send " + shape + " and nothing else.");
    }
}
