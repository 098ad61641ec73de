package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.Ground;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Refused;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;
import org.privacypromise.requests.notice.RightInWords;

/**
 * Refuses a request, on a ground of the law and with evidence (GDPR Art. 12(4) and (5)). The person is told why, and to
 * whom to complain; no one but a person does it.
 */
@ApplicationScoped
public class RefuseRequest {

    private static final int LEAST_EVIDENCE = 20;

    private final DecideOnRequest decide;
    private final StopFulfilment stop;
    private final Notices notices;

    RefuseRequest(DecideOnRequest decide, StopFulfilment stop, Notices notices) {
        this.decide = decide;
        this.stop = stop;
        this.notices = notices;
    }

    /** @param by its words are the evidence, as the person is told it; a few words are none */
    public Uni<Request> refuse(UUID id, Ground ground, Decision by) {
        if (by.words().reveal().strip().length() < LEAST_EVIDENCE) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    new Problem.Fault(
                            "/evidence",
                            "what happened, and how it shows: at least %d characters".formatted(LEAST_EVIDENCE)));
        }
        return Panache.withTransaction(() -> decide.decide(id, by, request -> event(request, ground))
                .call(request -> notices.append(
                        request,
                        NoticeKind.REFUSED,
                        Map.of(
                                "ground",
                                RightInWords.of(ground, request.language()),
                                "reasons",
                                List.of(by.words().reveal())))));
    }

    private Uni<Refused> event(Request request, Ground ground) {
        Refused event = new Refused(ground);
        DecideOnRequest.requirePossible(request, event);
        return request.status() == Status.FULFILLING
                ? stop.stop(request).replaceWith(event)
                : Uni.createFrom().item(event);
    }
}
