package org.privacypromise.requests;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.AdvanceRequest;
import org.privacypromise.requests.lifecycle.Arrival;
import org.privacypromise.requests.lifecycle.Claimant;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.lifecycle.step.LifecycleEvent;

/** Requests that have come as far as fulfilment, without the way there. */
@ApplicationScoped
public class Requested {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AdvanceRequest lifecycle;
    private final RequestRepository requests;
    private final Clock clock;

    Requested(AdvanceRequest lifecycle, RequestRepository requests, Clock clock) {
        this.lifecycle = lifecycle;
        this.requests = requests;
        this.clock = clock;
    }

    public UUID by(String customerId, Right right) {
        Request request = Request.by(
                Claimant.known(customerId), derivation(right), Arrival.now(Channel.SIGNED_IN, clock.instant(), "en"));
        return run(() -> Panache.withTransaction(() -> lifecycle
                .receive(request)
                .chain(() -> lifecycle.advance(request.id(), new LifecycleEvent.ScreeningAllowed()))
                .map(Request::id)));
    }

    /** One that a person looks at. */
    public UUID weighed(String customerId, Right right) {
        Request request = Request.by(
                Claimant.known(customerId), derivation(right), Arrival.now(Channel.SIGNED_IN, clock.instant(), "en"));
        return run(() -> Panache.withTransaction(() -> lifecycle
                .receive(request)
                .chain(() -> lifecycle.advance(request.id(), new LifecycleEvent.ReviewNeeded()))
                .map(Request::id)));
    }

    public UUID byGuest(String contactRef, Right right) {
        String verification = "v-" + UUID.randomUUID();
        Request request = Request.by(
                Claimant.unproven(verification, new byte[32]),
                derivation(right),
                Arrival.now(Channel.GUEST, clock.instant(), "en"));
        return run(() -> Panache.withTransaction(() -> lifecycle
                .receive(request)
                .chain(() -> lifecycle.advance(
                        request.id(), new LifecycleEvent.ContactPointVerified(verification, contactRef)))
                .chain(() -> lifecycle.advance(request.id(), new LifecycleEvent.ScreeningAllowed()))
                .map(Request::id)));
    }

    public Request find(UUID id) {
        return run(() -> Panache.withSession(() -> requests.findById(id)));
    }

    /** On a Vert.x context, as a request or a job would. */
    public static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> work.get().ifNoItem().after(PATIENCE).fail());
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Derivation derivation(Right right) {
        LocalDate received = LocalDate.now(ZoneOffset.UTC);
        LocalDate due = received.plusMonths(1);
        return new Derivation(
                Facts.ofReceipt(received, "GB-ENG", Regime.UK_GDPR, right),
                "test",
                "test",
                due,
                due,
                List.of(
                        new Derivation.Step(received, "Your request reached us."),
                        new Derivation.Step(due, "One month later, it is to be answered.")));
    }
}
