package org.privacypromise.requests.retention;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RetentionPeriod;
import org.privacypromise.register.RetentionRule;
import org.privacypromise.requests.lifecycle.RequestKey;

/**
 * Erases what we hold about a request, with its keys, once the register's rule {@code request-records} has ended. Whatever
 * is kept elsewhere because of it must be released first, or nobody would ever ask for that; and a legal hold puts it off.
 */
@ApplicationScoped
class EraseOldRequests {

    private static final Logger LOG = Logger.getLogger(EraseOldRequests.class);
    private static final String RULE = RequestKey.RECORDS.name();
    private static final int BATCH = 100;

    private final OldRequestRepository requests;
    private final SubjectKeys keys;
    private final PurposeRegister register;
    private final Clock clock;

    EraseOldRequests(OldRequestRepository requests, SubjectKeys keys, PurposeRegister register, Clock clock) {
        this.requests = requests;
        this.keys = keys;
        this.register = register;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "erase-old-requests",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> eraseOld() {
        return period().map(period ->
                        clock.instant().atOffset(ZoneOffset.UTC).minus(period).toInstant())
                .map(this::eraseClosedBefore)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> eraseClosedBefore(Instant end) {
        return Multi.createBy()
                .repeating()
                .uni(() -> eraseSome(end))
                .whilst(erased -> erased == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> eraseSome(Instant end) {
        return Panache.withTransaction(() -> requests.lockClosedBefore(end, BATCH)
                        .call(old -> Multi.createFrom()
                                .iterable(old)
                                .onItem()
                                .transformToUniAndConcatenate(id -> keys.destroy(RequestKey.subject(id)))
                                .collect()
                                .last())
                        .call(old -> old.isEmpty() ? Uni.createFrom().voidItem() : requests.erase(old)))
                .map(old -> {
                    if (!old.isEmpty()) {
                        LOG.infof("%d requests are erased: the time to account for them is over", old.size());
                    }
                    return old.size();
                });
    }

    /** Without an end, nothing is ever erased; the register says so then, and so do the reports. */
    private Optional<Period> period() {
        return register.retentionRule(RULE)
                .map(RetentionRule::period)
                .flatMap(period ->
                        period instanceof RetentionPeriod.Fixed(Period fixed) ? Optional.of(fixed) : Optional.empty());
    }
}
