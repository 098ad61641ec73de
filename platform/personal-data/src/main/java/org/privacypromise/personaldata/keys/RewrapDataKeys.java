package org.privacypromise.personaldata.keys;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.privacypromise.personaldata.WrappingKeys;

/**
 * Moves data keys to the active wrapping key, in small transactions and beside everybody's work: nobody waits for it,
 * and keys that somebody else has locked come later.
 */
@ApplicationScoped
class RewrapDataKeys {

    private static final Logger LOG = Logger.getLogger(RewrapDataKeys.class);
    private static final int BATCH = 100;

    private final SubjectKeyRepository keys;
    private final WrappingKeys wrappingKeys;

    RewrapDataKeys(SubjectKeyRepository keys, WrappingKeys wrappingKeys) {
        this.keys = keys;
        this.wrappingKeys = wrappingKeys;
    }

    @Scheduled(
            every = "1m",
            delayed = "1m",
            identity = "rewrap-data-keys",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> rewrap() {
        return Multi.createBy()
                .repeating()
                .uni(this::batch)
                .until(rewrapped -> rewrapped == 0)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(all -> {
                    if (all > 0) {
                        LOG.infof("%d data keys are now wrapped with the active wrapping key", all);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> batch() {
        List<Integer> inactive = wrappingKeys.inactive();
        if (inactive.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Panache.withTransaction(() -> keys.toRewrap(inactive, BATCH)
                .invoke(batch -> batch.forEach(key -> key.rewrap(wrappingKeys)))
                .map(List::size));
    }
}
