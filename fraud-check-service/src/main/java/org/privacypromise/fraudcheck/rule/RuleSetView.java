package org.privacypromise.fraudcheck.rule;

import java.util.List;
import java.util.Map;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;
import org.privacypromise.fraudcheck.signal.value.Signal;

/** The rules in force, in their order, and the signals that rules may ask about. */
public record RuleSetView(String version, String language, List<RuleView> rules, List<SignalView> signals) {

    /**
     * @param when the condition, as it is written in the file
     * @param text language tag to what is told to the person
     */
    public record RuleView(String key, List<Screened> applies, String when, Verdict verdict, Map<String, String> text) {

        static RuleView from(Rule rule) {
            return new RuleView(
                    rule.key(),
                    rule.applies().stream().sorted().toList(),
                    rule.when(),
                    rule.reason().verdict(),
                    rule.reason().texts());
        }
    }

    /** @param kind COUNT, FLAG or WORD */
    public record SignalView(String name, Signal.Kind kind) {}

    static RuleSetView from(RuleSet rules) {
        return new RuleSetView(
                rules.version(),
                rules.language(),
                rules.rules().stream().map(RuleView::from).toList(),
                Signal.everyOne().stream()
                        .map(signal -> new SignalView(signal.name(), signal.kind()))
                        .toList());
    }
}
