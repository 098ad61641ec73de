package org.privacypromise.requests.report;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MonthlyReportRepository implements PanacheRepositoryBase<MonthlyReport, LocalDate> {

    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('monthly-report', 13))";

    /** Null if it was not made yet. */
    Uni<@Nullable MonthlyReport> of(YearMonth month) {
        return findById(month.atDay(1));
    }

    /** Until the transaction ends, nobody else makes one. */
    Uni<Void> lock() {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class).getSingleResult())
                .replaceWithVoid();
    }
}
