package org.privacypromise.frame;

import java.net.URI;

/**
 * A kind of problem that an API client can be told of (RFC 9457). Each one is described in {@code docs/problems.md}.
 *
 * @param name what {@code type} ends in: lower case, words joined by hyphens, never changed once published
 * @param status the HTTP status that goes with it
 * @param title what is wrong, the same for every occurrence
 */
public record ProblemType(String name, int status, String title) {

    private static final String PREFIX = "urn:privacy-promise:problem:";

    // What any service may answer; what only one feature answers is declared beside that feature.
    public static final ProblemType MALFORMED = new ProblemType("malformed-request", 400, "The request cannot be read");
    public static final ProblemType UNKNOWN_FIELD =
            new ProblemType("unknown-field", 400, "The request has a field that is not known here");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("sign-in-required", 401, "A valid access token is needed");
    public static final ProblemType FORBIDDEN =
            new ProblemType("not-allowed", 403, "This access token does not allow it");
    public static final ProblemType NOT_LINKED =
            new ProblemType("not-linked", 403, "This account is not linked to a customer yet");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is nothing here");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "This address does not take that method");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "The answer is not available in that format");
    public static final ProblemType CONFLICT =
            new ProblemType("conflict", 409, "Somebody else changed this at the same moment");
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "The request is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "The content type is not one that is understood here");
    public static final ProblemType INVALID =
            new ProblemType("invalid-content", 422, "The request can be read, but what it says is not valid");
    public static final ProblemType INTERNAL =
            new ProblemType("internal-error", 500, "Something went wrong on our side");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("temporarily-unavailable", 503, "This is not available right now");

    public URI uri() {
        return URI.create(PREFIX + name);
    }
}
