package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.IdentityReceived;

/** Notes that what was asked for about who asks has arrived, and on which day. Under UK law the clock starts with it. */
@ApplicationScoped
public class TakeIdentity {

    private final DecideOnRequest decide;

    TakeIdentity(DecideOnRequest decide) {
        this.decide = decide;
    }

    /**
     * @param on the local day of its receipt; not in the future, and not before it was asked for
     * @param by its words say what was seen, and never repeat it
     */
    public Uni<Request> take(UUID id, LocalDate on, Decision by) {
        return Panache.withTransaction(() -> decide.decide(id, by, request -> event(request, on)));
    }

    private Uni<IdentityReceived> event(Request request, LocalDate on) {
        IdentityReceived event = new IdentityReceived(decide.requirePast(request, on));
        DecideOnRequest.requirePossible(request, event);
        LocalDate asked = request.identityAskedOn();
        if (asked == null || on.isBefore(asked) || request.derivation().facts().identityReceived() != null) {
            throw new ProblemException(
                    TakeClarification.NOT_ASKED, "Read the request: what was asked, and what came back, stands there.");
        }
        return Uni.createFrom().item(event);
    }
}
