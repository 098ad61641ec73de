package org.privacypromise.preferences.choice;

import java.time.Instant;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.choice.matrix.Conflict;
import org.privacypromise.preferences.choice.matrix.Conflict.Winner;
import org.privacypromise.preferences.choice.matrix.Source;

/**
 * Two words that contradict each other. Deciding on the cell settles it, dismissing it just hides it.
 *
 * @param here what was chosen in the account
 * @param there what was said at a contact point of the customer's, or by their browser
 * @param winner {@code here} or {@code there}: which of them holds
 * @param since when the two met
 */
public record ConflictView(Cell cell, WordView here, WordView there, String winner, Instant since, String text) {

    /** What was said, when, and by which way. */
    public record WordView(boolean allowed, Instant since, Source source) {

        static WordView from(Conflict.Word word) {
            return new WordView(word.allowed(), word.since(), word.source());
        }
    }

    static ConflictView from(Conflict conflict) {
        boolean here = conflict.winner() == Winner.HERE;
        return new ConflictView(
                conflict.cell(),
                WordView.from(conflict.here()),
                WordView.from(conflict.there()),
                here ? "here" : "there",
                conflict.since(),
                text(conflict, here));
    }

    private static String text(Conflict conflict, boolean here) {
        if (conflict.there().source() == Source.GPC) {
            return here
                    ? "Your browser asks us not to do this. You allowed it here after that, so it stays on."
                    : "You had allowed this. Your browser asks us not to do it, so we have stopped.";
        }
        return here
                ? "At an address or number of yours this was allowed. You said no here, so it stays off."
                : "You had allowed this here. At an address or number of yours somebody said no, so we have stopped.";
    }
}
