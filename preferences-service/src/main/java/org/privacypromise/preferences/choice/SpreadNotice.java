package org.privacypromise.preferences.choice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.privacypromise.preferences.purpose.NoticeHistory;

/**
 * Tells the systems of everybody whose choices mean something else under a new notice than they did under the one before,
 * such as an allowance that has lost its basis. It may be told twice if the service dies meanwhile, never not at all.
 */
@ApplicationScoped
class SpreadNotice {

    private static final int BATCH = 200;
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(2);

    private final NoticeHistory notices;
    private final NoticeSpreadRepository progress;
    private final PreferencesRepository preferences;
    private final OfferedChoices offered;
    private final PreferencesEvents events;
    private final TellUntold untold;
    private final NoticeSpreadConfig config;
    private final Clock clock;

    SpreadNotice(
            NoticeHistory notices,
            NoticeSpreadRepository progress,
            PreferencesRepository preferences,
            OfferedChoices offered,
            PreferencesEvents events,
            TellUntold untold,
            NoticeSpreadConfig config,
            Clock clock) {
        this.notices = notices;
        this.progress = progress;
        this.preferences = preferences;
        this.offered = offered;
        this.events = events;
        this.untold = untold;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", identity = "spread-notice", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> spread() {
        if (!notices.replacesAnother()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() ->
                        progress.begin(notices.version(), notices.inUseSince().plus(config.tellSystemsAfter())))
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(this::nextBatch)
                        .until(told -> told == 0)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** How many subjects have been looked at; 0 if there is nothing to do, or nothing yet. */
    private Uni<Integer> nextBatch() {
        return Panache.withTransaction(() -> progress.take(
                        notices.version(), clock.instant(), clock.instant().plus(LONGEST_BATCH)))
                .chain(toldUpTo -> toldUpTo == null ? Uni.createFrom().item(0) : batchAfter(toldUpTo));
    }

    private Uni<Integer> batchAfter(String toldUpTo) {
        return Panache.withSession(() -> preferences.page(toldUpTo, BATCH))
                .call(page -> Multi.createFrom()
                        .iterable(page)
                        .filter(offered::meansSomethingElseNow)
                        .onItem()
                        .transformToUniAndConcatenate(subject -> tell(subject.key()))
                        .collect()
                        .last())
                .call(page -> Panache.withTransaction(() -> page.isEmpty()
                        ? progress.finish(notices.version(), clock.instant())
                        : progress.advance(notices.version(), page.getLast().key(), clock.instant())))
                .map(List::size);
    }

    private Uni<Void> tell(String key) {
        return Panache.withTransaction(() -> preferences.lock(key).chain(subject -> {
            if (subject == null) {
                return Uni.createFrom().voidItem();
            }
            subject.publishAnew(clock.instant());
            return untold.changesOf(subject).chain(() -> events.state(subject));
        }));
    }
}
