package org.privacypromise.preferences.choice.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All the choices that one subject has made, at most one for each cell. A cell that is not in it was never decided on,
 * which is not the same as a refusal: the purpose register says what holds then. Immutable.
 */
public final class ChoiceMatrix {

    private final Map<Cell, Choice> choices;

    private ChoiceMatrix(Map<Cell, Choice> choices) {
        this.choices = choices;
    }

    public static ChoiceMatrix of(Collection<Choice> choices) {
        Map<Cell, Choice> byCell = new LinkedHashMap<>();
        choices.forEach(choice -> byCell.put(choice.cell(), choice));
        return new ChoiceMatrix(byCell);
    }

    public Optional<Choice> at(Cell cell) {
        return Optional.ofNullable(choices.get(cell));
    }

    /** In the order in which the cells were first decided on. */
    public List<Choice> choices() {
        return List.copyOf(choices.values());
    }

    /**
     * What these decisions would change: those that say what already holds are left out, so that a repeat is no change.
     * Of two decisions on one cell the last counts.
     */
    public List<Decision> changesBy(Collection<Decision> decisions) {
        return changesBy(decisions, choice -> false);
    }

    /**
     * The same where some choices count no longer: whoever repeats one of those says something new, with evidence of its
     * own.
     *
     * @param lapsed which choices those are
     */
    public List<Decision> changesBy(Collection<Decision> decisions, Predicate<Choice> lapsed) {
        Map<Cell, Decision> last = new LinkedHashMap<>();
        decisions.forEach(decision -> last.put(decision.cell(), decision));
        return last.values().stream()
                .filter(decision -> at(decision.cell())
                        .map(choice -> choice.allowed() != decision.allowed() || lapsed.test(choice))
                        .orElse(true))
                .toList();
    }

    /** This matrix after these decisions. */
    public ChoiceMatrix with(Collection<Decision> decisions, Evidence evidence) {
        return with(decisions, evidence, choice -> false);
    }

    /** This matrix after these decisions, where some choices count no longer ({@link #changesBy}). */
    public ChoiceMatrix with(Collection<Decision> decisions, Evidence evidence, Predicate<Choice> lapsed) {
        Map<Cell, Choice> next = new LinkedHashMap<>(choices);
        changesBy(decisions, lapsed).forEach(decision -> next.put(decision.cell(), Choice.of(decision, evidence)));
        return new ChoiceMatrix(next);
    }

    /** This matrix as if nobody had ever decided on these cells. */
    public ChoiceMatrix without(Collection<Cell> cells) {
        Map<Cell, Choice> rest = new LinkedHashMap<>(choices);
        cells.forEach(rest::remove);
        return new ChoiceMatrix(rest);
    }

    /**
     * The refusals in this matrix, as decisions for another one: when two records turn out to be about the same subject,
     * the most protective choice of each cell wins, and an allowance is never carried over.
     */
    public List<Decision> refusals() {
        List<Decision> refusals = new ArrayList<>();
        choices.values().stream()
                .filter(choice -> !choice.allowed())
                .forEach(choice -> refusals.add(new Decision(choice.cell(), false)));
        return List.copyOf(refusals);
    }
}
