package org.privacypromise.fraudcheck.rule;

import java.util.Set;
import org.privacypromise.fraudcheck.rule.verdict.Reason;
import org.privacypromise.fraudcheck.rule.verdict.Screened;

/**
 * A condition that speaks against somebody.
 *
 * @param applies what it is asked about
 * @param when the condition as it is written in the file
 * @param condition the same, ready to be asked
 * @param reason what it says if it holds
 */
public record Rule(String key, Set<Screened> applies, String when, Condition condition, Reason reason) {

    public Rule {
        applies = Set.copyOf(applies);
    }
}
