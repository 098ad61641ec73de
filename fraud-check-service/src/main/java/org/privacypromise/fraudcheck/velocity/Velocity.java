package org.privacypromise.fraudcheck.velocity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.privacypromise.fraudcheck.velocity.count.Counts;

/**
 * Counts attempts, each exactly once and none too few: of many at the same moment from one origin, for one contact point or
 * one customer, each sees those before it.
 */
@ApplicationScoped
public class Velocity {

    private final AttemptRepository attempts;
    private final InTurn inTurn;

    Velocity(AttemptRepository attempts, InTurn inTurn) {
        this.attempts = attempts;
        this.inTurn = inTurn;
    }

    /**
     * Does this transaction while nobody else does one that would count the same, or that has the same business. It is
     * refused as {@code temporarily-unavailable} if too many wait already.
     */
    public <T> Uni<T> alone(String business, Attempt attempt, Supplier<Uni<T>> transaction) {
        List<String> names = new ArrayList<>(List.of("business " + business));
        names.addAll(attempt.origin());
        names.addAll(attempt.contactPoint());
        names.addAll(attempt.customer());
        return inTurn.await(
                names, () -> Panache.withTransaction(() -> attempts.lock(names).chain(transaction::get)));
    }

    /** Counts this attempt, {@linkplain #alone alone}, and tells what there is now, itself included. */
    public Uni<Counts> count(Attempt attempt) {
        return attempts.storeAndCount(attempt);
    }

    /** What was counted for somebody, the newest first, at most {@link Counts#MOST}; references under every live key. */
    public Uni<List<CountedAttempt>> of(List<String> contactPoints, List<String> customers) {
        return attempts.of(contactPoints, customers);
    }

    /** Takes back what was counted for somebody. */
    public Uni<Void> forget(List<String> contactPoints, List<String> customers) {
        return attempts.forget(contactPoints, customers);
    }

    /** Counts this attempt, in the caller's transaction. */
    public Uni<Void> add(Attempt attempt) {
        return attempts.store(attempt);
    }
}
