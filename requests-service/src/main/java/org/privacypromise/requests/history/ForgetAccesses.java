package org.privacypromise.requests.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RetentionPeriod;

/** Forgets who did what with requests once the register's retention rule {@code access-log} is over. */
@ApplicationScoped
class ForgetAccesses {

    private static final String RULE = "access-log";

    private final RequestAccessRepository accesses;
    private final PurposeRegister register;
    private final Clock clock;

    ForgetAccesses(RequestAccessRepository accesses, PurposeRegister register, Clock clock) {
        this.accesses = accesses;
        this.register = register;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "2m",
            identity = "forget-request-accesses",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return register.retentionRule(RULE)
                .map(rule -> rule.period() instanceof RetentionPeriod.Fixed(Period period) ? period : null)
                .map(period ->
                        clock.instant().atZone(ZoneOffset.UTC).minus(period).toInstant())
                .map(before -> Panache.withTransaction(() -> accesses.releaseBefore(before))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
