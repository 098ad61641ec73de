package org.privacypromise.identity.budget;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A budget of which nothing is in use says nothing, so it need not be kept. */
@ApplicationScoped
class ForgetBudgets {

    private final BudgetRepository budgets;
    private final Clock clock;

    ForgetBudgets(BudgetRepository budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    @Scheduled(
            every = "1m",
            delayed = "1m",
            identity = "forget-budgets",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Panache.withTransaction(() -> budgets.deleteUnused(clock.instant()))
                .replaceWithVoid();
    }
}
