package org.privacypromise.fraudcheck.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;

/**
 * A screening as an analyst sees it: what was noticed and looked at, not about whom.
 *
 * @param verdict the one that counts
 * @param forReview whether a person has to decide, and nobody has yet
 * @param signals name to value of every signal that said something
 * @param source the public source that was asked, if one was
 */
public record ScreeningView(
        String screeningId,
        Screened subject,
        Verdict verdict,
        String decidedBy,
        boolean forReview,
        String ruleSetVersion,
        List<VerdictView.ReasonView> reasons,
        Map<String, Object> signals,
        @Nullable String source,
        Instant screenedAt,
        Instant concludedAt) {

    public static ScreeningView from(Screening screening, String language) {
        return new ScreeningView(
                screening.id(),
                screening.screened(),
                screening.verdict(),
                screening.isDecided() ? "HUMAN" : "RULES",
                screening.isForReview() && !screening.isDecided(),
                screening.ruleSetVersion(),
                VerdictView.reasons(screening, language),
                screening.signals(),
                screening.source(),
                screening.screenedAt(),
                screening.concludedAt());
    }
}
