package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationReceived;

/** Notes that the person has answered our question, and on which day it reached us. */
@ApplicationScoped
public class TakeClarification {

    static final ProblemType NOT_ASKED =
            new ProblemType("not-asked", 409, "Nothing was asked that is not answered yet");

    private final DecideOnRequest decide;

    TakeClarification(DecideOnRequest decide) {
        this.decide = decide;
    }

    /**
     * @param on the local day of its receipt; not in the future, and not before the question
     * @param by its words are the answer
     */
    public Uni<Request> take(UUID id, LocalDate on, Decision by) {
        return Panache.withTransaction(() -> decide.decide(id, by, request -> event(request, on)));
    }

    private Uni<ClarificationReceived> event(Request request, LocalDate on) {
        ClarificationReceived event = new ClarificationReceived(decide.requirePast(request, on));
        DecideOnRequest.requirePossible(request, event);
        Facts facts = request.derivation().facts();
        if (facts.clarificationAsked() == null || facts.clarificationReceived() != null) {
            throw new ProblemException(
                    NOT_ASKED, "Read the request: what was asked, and what came back, stands there.");
        }
        return Uni.createFrom().item(event);
    }
}
