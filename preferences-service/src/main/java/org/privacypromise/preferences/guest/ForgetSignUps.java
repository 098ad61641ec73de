package org.privacypromise.preferences.guest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;

/** Forgets sign-ups: once their time is over, confirmed or not, or with the person. The ledger keeps what was confirmed. */
@ApplicationScoped
public class ForgetSignUps {

    private final PendingOptInRepository pendingOptIns;
    private final Clock clock;

    ForgetSignUps(PendingOptInRepository pendingOptIns, Clock clock) {
        this.pendingOptIns = pendingOptIns;
        this.clock = clock;
    }

    @Scheduled(
            every = "10m",
            delayed = "1m",
            identity = "forget-sign-ups",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Panache.withTransaction(() -> pendingOptIns.deleteExpired(clock.instant()))
                .replaceWithVoid();
    }

    /** In the caller's transaction, all at these contact points. */
    public Uni<Long> at(Collection<String> contactRefs) {
        return contactRefs.isEmpty() ? Uni.createFrom().item(0L) : pendingOptIns.deleteAt(contactRefs);
    }
}
