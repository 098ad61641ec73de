package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ReviewAllowed;
import org.privacypromise.requests.screening.Screened;

/**
 * Grants a request that a person weighs: from then on it is carried out. Where the screening has something against it, the
 * people who look at fraud come first; and where we had doubts about who asks, what we asked for.
 */
@ApplicationScoped
public class GrantRequest {

    static final ProblemType NOT_YET_TO_DECIDE =
            new ProblemType("not-yet-to-decide", 409, "Something else has to be settled first");

    private final DecideOnRequest decide;
    private final Screened screened;

    GrantRequest(DecideOnRequest decide, Screened screened) {
        this.decide = decide;
        this.screened = screened;
    }

    /** @param by its words are what was weighed, and how */
    public Uni<Request> grant(UUID id, Decision by) {
        return Panache.withTransaction(() -> decide.decide(id, by, this::event));
    }

    private Uni<ReviewAllowed> event(Request request) {
        ReviewAllowed event = new ReviewAllowed();
        DecideOnRequest.requirePossible(request, event);
        if (request.identityAskedOn() != null && request.derivation().facts().identityReceived() == null) {
            throw new ProblemException(NOT_YET_TO_DECIDE, "What was asked for about who asks has not arrived yet.");
        }
        if (!request.isWeighed()) {
            throw screeningFirst();
        }
        return screened.isClear(request.id()).map(clear -> {
            if (!clear) {
                throw screeningFirst();
            }
            return event;
        });
    }

    private static ProblemException screeningFirst() {
        return new ProblemException(
                NOT_YET_TO_DECIDE, "Those who look at fraud decide first: the screening found something.");
    }
}
