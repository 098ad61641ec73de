package org.privacypromise.fraudcheck.assessment;

import java.util.List;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;

/**
 * What a screening came to, for the service that asked.
 *
 * @param decidedBy {@code RULES} or {@code HUMAN}
 * @param reasons every rule that spoke against it, in the order of the rule set
 */
public record VerdictView(
        String screeningId, Verdict verdict, String decidedBy, String ruleSetVersion, List<ReasonView> reasons) {

    /**
     * @param rule the rule's key
     * @param text what was noticed, in plain words
     */
    public record ReasonView(String rule, String text) {}

    static VerdictView from(Screening screening, String language) {
        return new VerdictView(
                screening.id(),
                screening.verdict(),
                screening.isDecided() ? "HUMAN" : "RULES",
                screening.ruleSetVersion(),
                reasons(screening, language));
    }

    static List<ReasonView> reasons(Screening screening, String language) {
        return screening.reasons().stream()
                .map(reason -> new ReasonView(reason.rule(), reason.text(language)))
                .toList();
    }
}
