package org.privacypromise.requests.security;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;

/** Says when to try again. */
class TooManyRequestsMapper {

    @ServerExceptionMapper
    Response later(TooManyRequestsException e) {
        Problem problem = Problem.of(
                TooManyRequestsException.TOO_MANY_REQUESTS,
                "Try again in " + e.retryAfterSeconds() + " seconds. Who is signed in has no such limit for requests.");
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds())
                .build();
    }
}
