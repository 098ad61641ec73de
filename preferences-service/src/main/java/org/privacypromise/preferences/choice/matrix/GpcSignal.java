package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.matrix.Conflict.Winner;
import org.privacypromise.preferences.choice.matrix.Conflict.Word;

/**
 * What the signal of a browser not to be followed (Global Privacy Control) changes. Only what the customer allowed after
 * the first signal stands against it, for every request brings the signal again.
 *
 * @param refusals the cells that it opts out of, those that are refused already among them
 * @param conflicts where it meets an explicit yes, whichever of them holds
 */
public record GpcSignal(List<Decision> refusals, List<Conflict> conflicts) {

    /**
     * @param cells what the signal is about
     * @param first when the customer's browser sent the first one; null if this is it
     */
    public static GpcSignal on(ChoiceMatrix choices, Collection<Cell> cells, @Nullable Instant first, Instant now) {
        List<Decision> refusals = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (Cell cell : cells) {
            Optional<Choice> choice = choices.at(cell);
            boolean stands = choice.filter(yes -> isNewerYes(yes, first)).isPresent();
            if (!stands) {
                refusals.add(new Decision(cell, false));
            }
            choice.filter(Choice::allowed)
                    .map(yes -> Conflict.between(
                            cell,
                            Word.of(yes),
                            new Word(false, first == null ? now : first, Source.GPC),
                            stands ? Winner.HERE : Winner.THERE,
                            now))
                    .ifPresent(conflicts::add);
        }
        return new GpcSignal(List.copyOf(refusals), List.copyOf(conflicts));
    }

    private static boolean isNewerYes(Choice choice, @Nullable Instant first) {
        return choice.allowed()
                && choice.source() == Source.CUSTOMER
                && first != null
                && choice.since().isAfter(first);
    }
}
