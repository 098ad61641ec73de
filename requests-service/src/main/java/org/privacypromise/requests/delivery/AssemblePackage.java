package org.privacypromise.requests.delivery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.privacypromise.requests.fulfilment.AccessAnswers;

/**
 * Makes the package of a request whose every system has answered. Whoever dies over it is succeeded after half a minute,
 * and however many are at it, one package comes out.
 */
@ApplicationScoped
class AssemblePackage {

    static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(AssemblePackage.class);

    private final AccessAnswers answers;
    private final WritePackage write;
    private final DeliverPackage deliver;
    private final Clock clock;

    AssemblePackage(AccessAnswers answers, WritePackage write, DeliverPackage deliver, Clock clock) {
        this.answers = answers;
        this.write = write;
        this.deliver = deliver;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "assemble-packages", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> assembleDue() {
        return Multi.createBy()
                .repeating()
                .uni(this::assembleNext)
                .until(worked -> !worked)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> assembleNext() {
        return Panache.withTransaction(() -> answers.claim(CLAIM))
                .chain(request -> request == null
                        ? Uni.createFrom().item(false)
                        : assemble(request).replaceWith(true));
    }

    private Uni<Void> assemble(UUID requestId) {
        Instant begun = clock.instant();
        return write.write(requestId, begun)
                .chain(content -> deliver.deliver(requestId, content, begun))
                .onFailure()
                .recoverWithUni(fault -> {
                    LOG.warnf(
                            "The package of request %s could not be made (%s): will be tried again",
                            requestId, fault.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                });
    }
}
