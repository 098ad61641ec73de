package org.privacypromise.fraudcheck.review;

import jakarta.validation.constraints.NotNull;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;
import org.privacypromise.personaldata.PersonalText;

/**
 * What a person decides.
 *
 * @param reason why; the person it is about can read it on request
 */
record NewDecision(@NotNull Outcome verdict, @NotNull PersonalText reason) {

    /** There is no third way: whoever looks, decides. */
    enum Outcome {
        ALLOW(Verdict.ALLOW),
        DENY(Verdict.DENY);

        private final Verdict verdict;

        Outcome(Verdict verdict) {
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }
}
