package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityAsked;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/**
 * Asks for more about who asks, where there are real doubts (GDPR Art. 12(6)); never by default, and once. From then on a
 * person decides on the request, whatever else is found.
 */
@ApplicationScoped
public class AskForIdentity {

    private final DecideOnRequest decide;
    private final Notices notices;

    AskForIdentity(DecideOnRequest decide, Notices notices) {
        this.decide = decide;
        this.notices = notices;
    }

    /** @param by its words say what is needed and why, as the person is asked */
    public Uni<Request> ask(UUID id, Decision by) {
        return Panache.withTransaction(() -> decide.decide(id, by, this::event)
                .call(request -> notices.append(
                        request,
                        NoticeKind.IDENTITY_ASKED,
                        Map.of("question", by.words().reveal()))));
    }

    private Uni<IdentityAsked> event(Request request) {
        IdentityAsked event = new IdentityAsked(decide.today(request));
        DecideOnRequest.requirePossible(request, event);
        if (request.identityAskedOn() != null) {
            throw new ProblemException(
                    AskForClarification.ASKED_BEFORE, "Decide with what you know, or refuse it with your reasons.");
        }
        return Uni.createFrom().item(event);
    }
}
