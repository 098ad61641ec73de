package org.privacypromise.requests.fulfilment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.privacypromise.frame.InTurn;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.fulfilment.IdentitySubjectsClient.KnownAs;
import org.privacypromise.requests.fulfilment.IdentitySubjectsClient.UnknownSubjectException;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.rectification.Corrections;

/**
 * Finds out whose data a request is about and which systems are to be asked, once; then the first tasks go out. While
 * identity-service is away the request waits, and is tried again.
 */
@ApplicationScoped
class PlanRequest {

    private static final Logger LOG = Logger.getLogger(PlanRequest.class);
    private static final int BATCH = 20;
    private static final Period TIME_FOR_AN_ERASURE = Period.ofDays(7);

    private final FulfilmentRepository fulfilments;
    private final TaskRepository tasks;
    private final RequestRepository requests;
    private final ProceedWithRequest proceed;
    private final IdentitySubjectsClient identity;
    private final Corrections corrections;
    private final PurposeRegister register;
    private final Clock clock;

    PlanRequest(
            FulfilmentRepository fulfilments,
            TaskRepository tasks,
            RequestRepository requests,
            ProceedWithRequest proceed,
            @RestClient IdentitySubjectsClient identity,
            Corrections corrections,
            PurposeRegister register,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.tasks = tasks;
        this.requests = requests;
        this.proceed = proceed;
        this.identity = identity;
        this.corrections = corrections;
        this.register = register;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "plan-requests", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> planDue() {
        return Panache.withTransaction(() -> fulfilments.beginAll(clock.instant(), BATCH))
                .chain(() -> Panache.withSession(() -> fulfilments.toPlan(clock.instant(), BATCH)))
                .chain(due -> InTurn.each(due, this::attempt));
    }

    private Uni<Void> attempt(UUID requestId) {
        return Panache.withSession(() -> requests.findById(requestId)
                        .chain(request -> mustWait(request).map(wait -> new Candidate(request, wait))))
                .chain(candidate -> candidate.mustWait()
                        ? later(requestId)
                        : resolve(candidate.request())
                                .chain(subject -> Panache.withTransaction(() -> plan(requestId, subject))))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "Request %s cannot be planned yet (%s): will be tried again",
                            requestId, fault.getClass().getSimpleName());
                    return later(requestId);
                });
    }

    private record Candidate(Request request, boolean mustWait) {}

    private Uni<Void> later(UUID requestId) {
        return Panache.withTransaction(
                        () -> fulfilments.lock(requestId).invoke(fulfilment -> fulfilment.tryLater(clock.instant())))
                .replaceWithVoid();
    }

    /** Whoever asks for a copy and then for erasure gets the copy first, if there is time for that. */
    private Uni<Boolean> mustWait(Request request) {
        String customerId = request.customerId();
        if (request.right() != Right.ERASURE
                || customerId == null
                || !LocalDate.now(clock).isBefore(request.dueDate().minus(TIME_FOR_AN_ERASURE))) {
            return Uni.createFrom().item(false);
        }
        return requests.ofCustomer(customerId)
                .map(all -> all.stream()
                        .anyMatch(other -> (other.right() == Right.ACCESS || other.right() == Right.PORTABILITY)
                                && other.status() == Status.FULFILLING
                                && other.receivedAt().isBefore(request.receivedAt())));
    }

    private Uni<KnownAs> resolve(Request request) {
        String customerId = request.customerId();
        List<String> proven = request.contactRef() == null ? List.of() : List.of(request.contactRef());
        if (customerId == null) {
            return Uni.createFrom().item(new KnownAs(List.of(), proven));
        }
        return identity.find(customerId)
                .onFailure(UnknownSubjectException.class)
                .recoverWithItem(new KnownAs(List.of(), List.of()))
                .map(known -> new KnownAs(
                        together(List.of(customerId), known.customerIds()), together(proven, known.contactRefs())));
    }

    private static List<String> together(List<String> first, List<String> more) {
        SequencedSet<String> all = new LinkedHashSet<>(first);
        all.addAll(more);
        return List.copyOf(all);
    }

    private Uni<Void> plan(UUID requestId, KnownAs subject) {
        return fulfilments
                .lock(requestId)
                .chain(fulfilment -> fulfilment.isPlanned()
                        ? Uni.createFrom().voidItem()
                        : requests.lock(requestId).chain(request -> {
                            fulfilment.plan(subject.customerIds(), subject.contactRefs(), clock.instant());
                            request.planned(clock.instant());
                            return parts(request)
                                    .map(parts -> parts.stream()
                                            .map(part -> new Task(requestId, part))
                                            .toList())
                                    .chain(planned ->
                                            planned.isEmpty() ? Uni.createFrom().voidItem() : tasks.persist(planned))
                                    .chain(() -> proceed.proceed(fulfilment));
                        }));
    }

    private Uni<List<Plan.Part>> parts(Request request) {
        return request.right() == Right.RECTIFICATION
                ? corrections.categories(request.id()).map(about -> Plan.ofRectification(register, about))
                : Uni.createFrom().item(Plan.of(register, request.right()));
    }
}
