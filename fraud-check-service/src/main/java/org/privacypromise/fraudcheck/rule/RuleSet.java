package org.privacypromise.fraudcheck.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.privacypromise.fraudcheck.rule.verdict.Judgement;
import org.privacypromise.fraudcheck.rule.verdict.Reason;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;
import org.privacypromise.fraudcheck.signal.value.Signals;

/**
 * The rules that are in force. The same signals always get the same judgement.
 *
 * @param version as verdicts and events carry it
 * @param language in which every text exists
 */
public record RuleSet(String version, String language, List<Rule> rules) {

    private static final Logger LOG = Logger.getLogger(RuleSet.class);

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** What the rules make of these signals. A rule without an answer makes a person look: nobody slips through it. */
    public Judgement judge(Screened screened, Signals signals) {
        List<Reason> reasons = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.applies().contains(screened)) {
                ask(rule, signals, reasons);
            }
        }
        return Judgement.by(reasons);
    }

    private static void ask(Rule rule, Signals signals, List<Reason> reasons) {
        try {
            if (rule.condition().holdsFor(signals)) {
                reasons.add(rule.reason());
            }
        } catch (Condition.ConditionFailedException e) {
            LOG.errorf("The rule %s has no answer; a person has to look", rule.key());
            reasons.add(new Reason(
                    rule.key(), Verdict.REVIEW, "en", Map.of("en", "One of our checks could not be carried out.")));
        }
    }
}
