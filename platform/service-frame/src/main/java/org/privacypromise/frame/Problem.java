package org.privacypromise.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/**
 * The body of every error answer (RFC 9457, {@code application/problem+json}).
 *
 * @param detail tells the person what to do about it; never holds personal data or what the request said
 * @param errors the single faults, when there can be several
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One fault in a request.
     *
     * @param pointer where, as a JSON Pointer (RFC 6901) into the body or the name of a parameter
     * @param detail what is wrong there and what would be right
     */
    @RegisterForReflection
    public record Fault(String pointer, String detail) {}

    public static Problem of(ProblemType type, String detail, Fault... errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(errors));
    }

    /** The whole answer; a 401 says which scheme would help (RFC 6750). */
    public Response response() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == ProblemType.UNAUTHENTICATED.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }
}
