package org.privacypromise.preferences.softoptin;

import java.util.List;
import org.privacypromise.preferences.choice.matrix.Cell;

/** What a sale has allowed. */
record SoftOptInView(List<SoftOptInChoiceView> choices) {

    /** One cell. */
    record SoftOptInChoiceView(String purpose, String channel, String brand, Outcome outcome) {

        static SoftOptInChoiceView of(Cell cell, Outcome outcome) {
            return new SoftOptInChoiceView(cell.purpose(), cell.channel(), cell.brand(), outcome);
        }
    }

    /** What has become of it. */
    enum Outcome {
        /** By this sale. */
        ALLOWED,
        /** The customer has said yes, or another sale did; this one changes nothing. */
        ALLOWED_BEFORE,
        /** The customer has said no, or is to be asked since the notice has changed. That stays so. */
        REFUSED
    }
}
