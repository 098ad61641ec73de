package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a customer has switched everything off, and what it was before, so that it can be undone. A cell that is decided on
 * afterwards, by whichever way, is no longer part of it: the newer word is not undone, and a no least of all.
 *
 * @param choices the allowances that were switched off, with their evidence
 * @param silent the cells that had never been decided on
 */
public record EverythingOff(Instant since, List<Choice> choices, List<Cell> silent) {

    public EverythingOff {
        choices = List.copyOf(choices);
        silent = List.copyOf(silent);
    }

    /**
     * What there is to remember when everything is switched off.
     *
     * @param before the choices until now
     * @param switchedOff the cells that this changes
     * @param earlier what is remembered already; null if everything was not off
     */
    public static EverythingOff at(
            Instant now, ChoiceMatrix before, Collection<Cell> switchedOff, @Nullable EverythingOff earlier) {
        Map<Cell, Choice> choices = new LinkedHashMap<>();
        Set<Cell> silent = new LinkedHashSet<>();
        if (earlier != null) {
            earlier.choices.forEach(choice -> choices.put(choice.cell(), choice));
            silent.addAll(earlier.silent);
        }
        for (Cell cell : switchedOff) {
            Optional<Choice> choice = before.at(cell);
            if (choice.isPresent()) {
                silent.remove(cell);
                choices.put(cell, choice.get());
            } else {
                silent.add(cell);
            }
        }
        return new EverythingOff(now, List.copyOf(choices.values()), List.copyOf(silent));
    }

    /** Whether undoing it would change this cell. */
    boolean covers(Cell cell) {
        return silent.contains(cell)
                || choices.stream().anyMatch(choice -> choice.cell().equals(cell));
    }

    /** These cells have been decided on since. */
    public EverythingOff without(Collection<Cell> decided) {
        List<Choice> choicesLeft = new ArrayList<>(choices);
        choicesLeft.removeIf(choice -> decided.contains(choice.cell()));
        List<Cell> silentLeft = new ArrayList<>(silent);
        silentLeft.removeAll(Set.copyOf(decided));
        return new EverythingOff(since, choicesLeft, silentLeft);
    }
}
