package org.privacypromise.requests.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.privacypromise.requests.report.figure.Figures;
import org.privacypromise.requests.report.figure.Happened;

/**
 * The numbers of a month.
 *
 * @param month such as {@code 2026-11}, in UTC
 * @param complete whether the month is over, so that they stay as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MonthlyReportView(
        String month,
        boolean complete,
        Instant madeAt,
        List<Happened.Received> received,
        List<Figures.Ended> closed,
        List<Happened.Extended> extensions,
        List<Figures.Refusals> refusals,
        List<Happened.Verdict> screening) {

    static MonthlyReportView of(YearMonth month, boolean complete, Instant madeAt, Figures figures) {
        return new MonthlyReportView(
                month.toString(),
                complete,
                madeAt,
                figures.received(),
                figures.closed(),
                figures.extensions(),
                figures.refusals(),
                figures.screening());
    }

    Figures figures() {
        return new Figures(received, closed, extensions, refusals, screening);
    }
}
