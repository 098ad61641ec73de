package org.privacypromise.fraudcheck.rule.verdict;

import java.util.List;

/**
 * What all rules together say.
 *
 * @param verdict the most severe of what the single rules lead to; ALLOW if none spoke
 * @param reasons every rule that spoke, in the order of the rule set: none is left out because another weighs more
 */
public record Judgement(Verdict verdict, List<Reason> reasons) {

    public Judgement {
        reasons = List.copyOf(reasons);
    }

    public static Judgement by(List<Reason> reasons) {
        Verdict verdict = Verdict.ALLOW;
        for (Reason reason : reasons) {
            if (reason.verdict().isMoreSevereThan(verdict)) {
                verdict = reason.verdict();
            }
        }
        return new Judgement(verdict, reasons);
    }
}
