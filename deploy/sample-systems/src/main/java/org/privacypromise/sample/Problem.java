package org.privacypromise.sample;

import java.util.Map;

/** An answer that says what is wrong and what to do (RFC 9457); it never repeats what it was given. */
final class Problem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;
    private final String title;

    Problem(String type, int status, String title, String detail) {
        super(detail, null, false, false); // an answer, whose stack nobody reads
        this.type = type;
        this.status = status;
        this.title = title;
    }

    static Problem malformed(String detail) {
        return new Problem("malformed-request", 400, "The request cannot be read", detail);
    }

    static Problem notFound(String detail) {
        return new Problem("not-found", 404, "There is nothing here", detail);
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        String prefixed = "urn:privacy-promise:problem:" + type;
        return Map.of("type", prefixed, "title", title, "status", status, "detail", String.valueOf(getMessage()));
    }
}
