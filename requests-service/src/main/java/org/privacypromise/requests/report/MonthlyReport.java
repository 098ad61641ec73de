package org.privacypromise.requests.report;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.privacypromise.requests.report.figure.Figures;
import org.privacypromise.requests.report.figure.Happened;

/** The numbers of a month that is over; they stay as they are. */
@Entity
@Immutable
@Table(name = "monthly_report")
@RegisterForReflection(
        targets = {
            Figures.class,
            Figures.Ended.class,
            Figures.Refusals.class,
            Happened.Received.class,
            Happened.Extended.class,
            Happened.Verdict.class
        })
class MonthlyReport {

    @Id
    private LocalDate month;

    @Column(name = "made_at")
    private Instant madeAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Figures report;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected MonthlyReport() {}

    MonthlyReport(YearMonth month, Instant madeAt, Figures report) {
        this.month = month.atDay(1);
        this.madeAt = madeAt;
        this.report = report;
    }

    YearMonth month() {
        return YearMonth.from(month);
    }

    Instant madeAt() {
        return madeAt;
    }

    Figures report() {
        return report;
    }
}
