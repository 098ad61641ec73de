package org.privacypromise.preferences.sendcheck;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;

/** 429 with {@code Retry-After} (RFC 6585), and what the limit is. */
class TooManyChecksMapper {

    static final String POLICY = "RateLimit-Policy";
    static final String LIMIT = "RateLimit";

    @ServerExceptionMapper
    Response later(TooManyChecksException e) {
        Response problem = Problem.of(
                        TooManyChecksException.TOO_MANY_CHECKS,
                        "Wait as many seconds as the header Retry-After says. For many addresses at once, get their "
                                + "references from identity-service and send them to POST /send-checks.")
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds())
                .header(POLICY, policy(e.perMinute()))
                .header(LIMIT, limit(0, e.retryAfterSeconds()))
                .build();
    }

    static String policy(int perMinute) {
        return "\"checks\";q=" + perMinute + ";w=60";
    }

    static String limit(long remaining, long seconds) {
        return "\"checks\";r=" + remaining + ";t=" + seconds;
    }
}
