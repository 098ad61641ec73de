package org.privacypromise.preferences.sendcheck;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.budget.RateLimit;

/** 429 with {@code Retry-After} (RFC 6585), and what the limit is. */
class TooManyChecksMapper {

    @ServerExceptionMapper
    Response later(TooManyChecksException e) {
        Response problem = Problem.of(
                        TooManyChecksException.TOO_MANY_CHECKS,
                        "Wait as many seconds as the header Retry-After says. For many addresses at once, get their "
                                + "references from identity-service and send them to POST /send-checks.")
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds())
                .header(RateLimit.POLICY, e.limit().policy())
                .header(RateLimit.LIMIT, e.limit().usedUp(e.retryAfterSeconds()))
                .build();
    }
}
