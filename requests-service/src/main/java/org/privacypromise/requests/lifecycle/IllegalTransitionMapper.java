package org.privacypromise.requests.lifecycle;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.lifecycle.step.IllegalTransitionException;

/** Tells a client that its wish comes too early or too late. */
class IllegalTransitionMapper {

    static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType("illegal-transition", 409, "The request is not where this can be done");

    @ServerExceptionMapper
    Response tooEarlyOrTooLate(IllegalTransitionException e) {
        return Problem.of(
                        ILLEGAL_TRANSITION,
                        "The request is %s, and stays so. Read it (GET /requests/{id}) to see what comes next."
                                .formatted(e.status()))
                .response();
    }
}
