package org.privacypromise.requests.security;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.privacypromise.frame.Problem;

/** Says in the words of RFC 9470 which sign-in would do, so that a client can start it by itself. */
class StepUpMapper {

    @ServerExceptionMapper
    Response signInAgain(StepUpRequiredException e) {
        Problem problem = Problem.of(
                StepUpRequiredException.STEP_UP_REQUIRED,
                "Sign in again, then repeat this within %d minutes."
                        .formatted(e.maxAge().toMinutes()));
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"%s\", max_age=\"%d\""
                                .formatted(String.join(" ", e.acr()), e.maxAge().toSeconds()))
                .build();
    }
}
