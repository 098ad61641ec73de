package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.ClarificationAsked;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/**
 * Asks the person what is meant, where nothing can be answered otherwise; once. Where the law lets the clock stop for it,
 * the days of waiting are added when the answer is there, and not before.
 */
@ApplicationScoped
public class AskForClarification {

    static final ProblemType ASKED_BEFORE = new ProblemType("asked-before", 409, "The person has been asked before");

    private final DecideOnRequest decide;
    private final Notices notices;

    AskForClarification(DecideOnRequest decide, Notices notices) {
        this.decide = decide;
        this.notices = notices;
    }

    /** @param by its words are the question, as the person is asked */
    public Uni<Request> ask(UUID id, Decision by) {
        return Panache.withTransaction(() -> decide.decide(id, by, this::event)
                .call(request -> notices.append(
                        request,
                        NoticeKind.CLARIFICATION_ASKED,
                        Map.of("question", by.words().reveal()))));
    }

    private Uni<ClarificationAsked> event(Request request) {
        ClarificationAsked event = new ClarificationAsked(decide.today(request));
        DecideOnRequest.requirePossible(request, event);
        if (request.derivation().facts().clarificationAsked() != null) {
            throw new ProblemException(
                    ASKED_BEFORE, "Answer with what you know. The clock stops for one question, and that was asked.");
        }
        return Uni.createFrom().item(event);
    }
}
