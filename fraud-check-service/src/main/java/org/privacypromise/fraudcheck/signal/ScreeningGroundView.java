package org.privacypromise.fraudcheck.signal;

import java.util.List;
import org.privacypromise.register.DataNeed;
import org.privacypromise.register.Purpose;
import org.privacypromise.register.Wording;

/**
 * A purpose for which screening looks at data.
 *
 * @param legalBases with the article of the GDPR; empty while the controller has yet to decide
 * @param data the data categories it may look at, by their keys
 */
public record ScreeningGroundView(
        String purpose, Wording what, Wording why, List<String> legalBases, boolean undecided, List<String> data) {

    static ScreeningGroundView from(Purpose purpose) {
        var explanation = purpose.explanation();
        String original = explanation.what().original();
        return new ScreeningGroundView(
                purpose.key(),
                explanation.what().in(original),
                explanation.why().in(original),
                purpose.grounds().stream()
                        .map(ground -> ground.basis().article())
                        .toList(),
                purpose.decision() != null,
                purpose.data().stream().map(DataNeed::category).toList());
    }
}
