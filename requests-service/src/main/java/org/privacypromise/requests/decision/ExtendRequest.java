package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent.Extended;
import org.privacypromise.requests.notice.NoticeKind;
import org.privacypromise.requests.notice.Notices;

/**
 * Takes the longer time that the law gives for a complex request, once, and tells the person why within the first one (GDPR
 * Art. 12(3)): afterwards it is too late for both.
 */
@ApplicationScoped
public class ExtendRequest {

    static final ProblemType NOT_EXTENDABLE =
            new ProblemType("not-extendable", 409, "This request cannot have more time");

    private final DecideOnRequest decide;
    private final DeriveDueDate dueDate;
    private final Notices notices;

    ExtendRequest(DecideOnRequest decide, DeriveDueDate dueDate, Notices notices) {
        this.decide = decide;
        this.dueDate = dueDate;
        this.notices = notices;
    }

    /**
     * @param by its words are the reason, as the person is told it
     * @return fails with {@link #NOT_EXTENDABLE}, and if the request is not being worked on
     */
    public Uni<Request> extend(UUID id, Decision by) {
        return Panache.withTransaction(() -> decide.decide(id, by, this::event)
                .call(request -> notices.append(
                        request,
                        NoticeKind.EXTENDED,
                        Map.of("reason", by.words().reveal()))));
    }

    private Uni<Extended> event(Request request) {
        Extended event = new Extended();
        DecideOnRequest.requirePossible(request, event);
        var facts = request.derivation().facts();
        if (facts.extended()) {
            throw new ProblemException(NOT_EXTENDABLE, "It has been extended already, and the law allows that once.");
        }
        LocalDate noticeBy = dueDate.of(facts.withExtension()).noticeBy();
        if (noticeBy == null) {
            throw new ProblemException(NOT_EXTENDABLE, "The law that applies to it knows no longer time. Answer it.");
        }
        if (decide.today(request).isAfter(noticeBy)) {
            throw new ProblemException(
                    NOT_EXTENDABLE,
                    "The person had to be told of it by %s. Answer the request as soon as you can."
                            .formatted(noticeBy));
        }
        return Uni.createFrom().item(event);
    }
}
