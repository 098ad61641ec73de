package org.privacypromise.requests.report;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.privacypromise.requests.report.figure.CaliforniaFigures;
import org.privacypromise.requests.report.figure.Figures;

/**
 * The numbers of a month, in UTC. Those of a month that is over are made once, and kept: they are the same whenever they
 * are asked for, also when the requests themselves are released.
 */
@ApplicationScoped
class ReportMonth {

    /** What happened in the last moments of a month may still be on its way into the database. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final HappenedRepository happened;
    private final MonthlyReportRepository reports;
    private final Clock clock;

    ReportMonth(HappenedRepository happened, MonthlyReportRepository reports, Clock clock) {
        this.happened = happened;
        this.reports = reports;
        this.clock = clock;
    }

    Uni<MonthlyReportView> of(YearMonth month) {
        return isOver(month)
                ? kept(month).map(report -> MonthlyReportView.of(month, true, report.madeAt(), report.report()))
                : Panache.withSession(() -> figures(month))
                        .map(figures -> MonthlyReportView.of(month, false, now(), figures));
    }

    /** Of a calendar year, as California asks for them; of one that is not over, so far. */
    Uni<CaliforniaView> california(Year year) {
        return Panache.withSession(() -> happened.between(
                        start(year.atMonth(1)), start(year.plusYears(1).atMonth(1))))
                .map(all -> new CaliforniaView(
                        year.getValue(),
                        isOver(year.atMonth(12)),
                        CaliforniaFigures.of(all).rights()));
    }

    @Scheduled(
            every = "1h",
            delayed = "3m",
            identity = "make-monthly-report",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> makeLastMonths() {
        YearMonth last = YearMonth.now(clock.withZone(ZoneOffset.UTC)).minusMonths(1);
        return isOver(last) ? kept(last).replaceWithVoid() : Uni.createFrom().voidItem();
    }

    private Uni<MonthlyReport> kept(YearMonth month) {
        return Panache.withTransaction(() -> reports.lock()
                .chain(() -> reports.of(month))
                .chain(made -> made != null
                        ? Uni.createFrom().item(made)
                        : figures(month).chain(figures -> reports.persist(new MonthlyReport(month, now(), figures)))));
    }

    private Uni<Figures> figures(YearMonth month) {
        return happened.between(start(month), start(month.plusMonths(1))).map(Figures::of);
    }

    private boolean isOver(YearMonth month) {
        return !now().isBefore(start(month.plusMonths(1)).plus(SETTLED));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
