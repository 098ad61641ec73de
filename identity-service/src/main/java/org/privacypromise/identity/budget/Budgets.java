package org.privacypromise.identity.budget;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.privacypromise.identity.seal.Seals;

/**
 * Keeps anybody from asking for more than is good: floods, guesses, mail to somebody who did not want any. Counts are
 * rows, so that they hold across replicas and restarts.
 */
@ApplicationScoped
public class Budgets {

    private final BudgetRepository budgets;
    private final Seals seals;
    private final Clock clock;

    Budgets(BudgetRepository budgets, Seals seals, Clock clock) {
        this.budgets = budgets;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Charges all of these or, if one is used up, none: the failure ends the caller's transaction. Whoever charges several
     * names them in the same order, so that two callers never wait for each other.
     *
     * @return fails with {@link TooManyAttemptsException}
     */
    public Uni<Void> charge(List<Charge> charges) {
        Instant now = clock.instant();
        // One after the other: a session is never used concurrently.
        return Multi.createFrom()
                .iterable(charges)
                .onItem()
                .transformToUniAndConcatenate(charge -> charge(charge, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> charge(Charge charge, Instant now) {
        String scope = seals.name("budget", charge.of(), charge.whose());
        return budgets.use(scope, charge.rate(), now)
                .chain(used -> used ? Uni.createFrom().voidItem() : refuse(scope, charge, now));
    }

    private Uni<Void> refuse(String scope, Charge charge, Instant now) {
        return budgets.usedUntil(scope).map(until -> {
            throw new TooManyAttemptsException(charge.rate().secondsUntilNext(until, now));
        });
    }
}
