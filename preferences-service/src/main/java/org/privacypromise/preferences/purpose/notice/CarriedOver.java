package org.privacypromise.preferences.purpose.notice;

import java.util.Optional;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.purpose.notice.Notice.Way;

/**
 * What a choice made before an older notice, or none made at all, means under the notice of today. A new notice never
 * turns a no into a yes; and a yes counts only for what the customer said it to.
 */
public final class CarriedOver {

    private CarriedOver() {}

    /**
     * For somebody who has chosen.
     *
     * @param allowed what they chose
     * @param then what the notice said that they had before them
     */
    public static Standing chosen(Cell cell, boolean allowed, Terms then, Terms now) {
        boolean onTheSameGround = now.restsOnTheSameAs(then, cell.purpose());
        if (!isTheirs(cell, now)) {
            // Only if it has become another thing does their no not concern it.
            return onTheSameGround && !allowed ? Standing.REFUSED : byDefault(cell, now);
        }
        if (!allowed) {
            return Standing.REFUSED;
        }
        return onTheSameGround ? Standing.ALLOWED : Standing.TO_BE_ASKED;
    }

    /** For somebody who has never chosen, and whom we have known since the notice said {@code then}. */
    public static Standing neverChosen(Cell cell, Terms then, Terms now) {
        Standing today = byDefault(cell, now);
        if (!today.allowed() || !isTheirs(cell, now)) {
            return today;
        }
        // It is on unless they say no. That is fair only if they could know: it was so, or it is another way to do what
        // they knew was done in our legitimate interest.
        boolean known = now.restsOnTheSameAs(then, cell.purpose());
        Optional<Way> before = then.way(cell);
        boolean fair = known
                && before.map(Way::allowedByDefault).orElseGet(() -> now.restsOnLegitimateInterests(cell.purpose()));
        return fair ? Standing.ALLOWED : Standing.TO_BE_ASKED;
    }

    /** For somebody who is new today. */
    public static Standing byDefault(Cell cell, Terms now) {
        return now.way(cell).filter(Way::allowedByDefault).isPresent() ? Standing.ALLOWED : Standing.REFUSED;
    }

    /** Whether the customer decides about it. */
    private static boolean isTheirs(Cell cell, Terms now) {
        return now.way(cell).map(Way::changeable).orElse(true);
    }
}
