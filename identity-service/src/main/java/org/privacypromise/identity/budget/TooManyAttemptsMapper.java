package org.privacypromise.identity.budget;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;

/** 429 with {@code Retry-After} (RFC 6585). */
class TooManyAttemptsMapper {

    @ServerExceptionMapper
    Response refused(TooManyAttemptsException e) {
        Response problem = Problem.of(
                        TooManyAttemptsException.TOO_MANY_ATTEMPTS,
                        "Wait as many seconds as the header Retry-After says, then try again.")
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds())
                .build();
    }
}
