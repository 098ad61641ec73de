package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;

/**
 * Two words about one cell that contradict each other, for the customer to see: nothing is settled behind their back.
 *
 * @param here what was chosen in the account
 * @param there what was said elsewhere: at a contact point of the customer's, or by their browser
 * @param winner which of them holds
 * @param since when the two met
 * @param dismissed whether the customer has seen it and wants to see it no more
 */
public record Conflict(Cell cell, Word here, Word there, Winner winner, Instant since, boolean dismissed) {

    /** What somebody said, when, and by which way. */
    public record Word(boolean allowed, Instant since, Source source) {

        public static Word of(Choice choice) {
            return new Word(choice.allowed(), choice.since(), choice.source());
        }
    }

    /** Whose word holds. */
    public enum Winner {
        HERE,
        THERE
    }

    public static Conflict between(Cell cell, Word here, Word there, Winner winner, Instant now) {
        return new Conflict(cell, here, there, winner, now, false);
    }

    Conflict dismiss() {
        return new Conflict(cell, here, there, winner, since, true);
    }

    /** Whether it is the same contradiction, whenever it was noticed. */
    boolean isAbout(Conflict other) {
        return cell.equals(other.cell)
                && here.equals(other.here)
                && there.equals(other.there)
                && winner == other.winner;
    }
}
