package org.privacypromise.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets received events that no topic can deliver again. */
@ApplicationScoped
class InboxRetention {

    private final InboxJournal journal;
    private final OutboxConfig config;

    InboxRetention(InboxJournal journal, OutboxConfig config) {
        this.journal = journal;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "inbox-retention")
    Uni<Void> forget() {
        return journal.forgetAfter(config.inbox().remember().toSeconds()).replaceWithVoid();
    }
}
