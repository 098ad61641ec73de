package org.privacypromise.requests.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.requests.safekeeping.Safekeeping;

/** Shreds packages whose time is over: first the key, so that what backups still hold is unreadable, then the rows. */
@ApplicationScoped
public class ShredPackages {

    private static final Logger LOG = Logger.getLogger(ShredPackages.class);
    private static final int BATCH = 20;

    private final AnswerPackageRepository packages;
    private final Safekeeping safekeeping;
    private final Clock clock;

    ShredPackages(AnswerPackageRepository packages, Safekeeping safekeeping, Clock clock) {
        this.packages = packages;
        this.safekeeping = safekeeping;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "shred-packages", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> shredDue() {
        return Panache.withTransaction(() -> packages.lockExpired(clock.instant(), BATCH)
                        .call(expired -> Multi.createFrom()
                                .iterable(expired)
                                .onItem()
                                .transformToUniAndConcatenate(this::shred)
                                .collect()
                                .last()))
                .invoke(expired -> {
                    if (!expired.isEmpty()) {
                        LOG.infof("%d packages are shredded: their time is over", expired.size());
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Shreds what a request has made or gathered, before its time, in the caller's transaction. Safe to repeat.
     *
     * @return the certificates, also of a destruction before
     */
    public Uni<List<DestructionCertificate>> shredNow(UUID requestId) {
        return packages.lock(requestId).chain(found -> found == null ? safekeeping.shred(requestId) : shred(found));
    }

    private Uni<List<DestructionCertificate>> shred(AnswerPackage expired) {
        expired.shredded(clock.instant());
        return safekeeping.shred(expired.requestId);
    }
}
