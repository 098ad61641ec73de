package org.privacypromise.requests.decision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.requests.clock.DeriveDueDate;
import org.privacypromise.requests.clock.law.ContradictoryFactsException;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Lifecycle;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;

/** What all decisions have in common: the request is locked, looked at, takes the step, and who decided is noted. */
@ApplicationScoped
class DecideOnRequest {

    private final RequestRepository requests;
    private final AdvanceRequest advance;
    private final DeriveDueDate dueDate;
    private final Clock clock;

    DecideOnRequest(RequestRepository requests, AdvanceRequest advance, DeriveDueDate dueDate, Clock clock) {
        this.requests = requests;
        this.advance = advance;
        this.dueDate = dueDate;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param event what happens to the request as it is now; fails with the problem that stands against it
     */
    Uni<Request> decide(UUID id, Decision by, Function<Request, Uni<? extends LifecycleEvent>> event) {
        return requests.lock(id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it."))
                .chain(request -> event.apply(request)
                        .chain(step -> advance.advance(id, step, by))
                        .onFailure(ContradictoryFactsException.class)
                        .transform(DecideOnRequest::contradiction));
    }

    /** In a transaction of its own, with an event that nothing but the lifecycle's table stands against. */
    Uni<Request> decide(UUID id, Decision by, LifecycleEvent event) {
        return Panache.withTransaction(
                () -> decide(id, by, request -> Uni.createFrom().item(event)));
    }

    /** @throws org.privacypromise.requests.lifecycle.step.IllegalTransitionException if it cannot happen now */
    static void requirePossible(Request request, LifecycleEvent event) {
        Lifecycle.next(request.status(), event);
    }

    LocalDate today(Request request) {
        return dueDate.dayOf(clock.instant(), request.place());
    }

    /** @throws ProblemException for a day that has not come yet */
    LocalDate requirePast(Request request, LocalDate day) {
        if (day.isAfter(today(request))) {
            throw invalid("/on", "not in the future");
        }
        return day;
    }

    private static Throwable contradiction(Throwable e) {
        return invalid("/on", String.valueOf(e.getMessage()));
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                ProblemType.INVALID, "Correct the named fields and send it again.", new Problem.Fault(pointer, detail));
    }
}
