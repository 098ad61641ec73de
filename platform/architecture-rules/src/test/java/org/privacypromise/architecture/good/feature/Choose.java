package org.privacypromise.architecture.good.feature;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import org.privacypromise.architecture.good.logic.Verdict;

class Choose {
    private final Clock clock;
    private String status = "open";

    Choose(Clock clock) {
        this.clock = clock;
    }

    Uni<Instant> inTransaction(Verdict verdict) {
        return Panache.withTransaction(() -> Uni.createFrom().item(Instant.now(clock)));
    }

    void apply(String event) {
        status = event;
    }

    String status() {
        return status;
    }
}
