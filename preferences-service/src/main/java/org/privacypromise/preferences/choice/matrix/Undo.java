package org.privacypromise.preferences.choice.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How to bring back what was before everything was switched off. An allowance comes back only while it still covers what
 * is done today; what was never decided on falls silent again.
 *
 * @param allowances to be made anew, each with fresh evidence of the same notice and language
 * @param silent the cells that become undecided again
 * @param stayOff the allowances that the customer would have to give anew
 */
public record Undo(Map<Reading, List<Decision>> allowances, List<Cell> silent, List<Cell> stayOff) {

    /** Everything was not off. */
    public static final Undo NOTHING = new Undo(Map.of(), List.of(), List.of());

    /** What somebody had before them when they chose. */
    public record Reading(String noticeVersion, String language) {}

    /** @param covered whether an earlier allowance still counts */
    public static Undo of(EverythingOff off, Predicate<Choice> covered) {
        Map<Reading, List<Decision>> allowances = new LinkedHashMap<>();
        List<Cell> stayOff = new ArrayList<>();
        for (Choice choice : off.choices()) {
            if (covered.test(choice)) {
                allowances
                        .computeIfAbsent(
                                new Reading(choice.noticeVersion(), choice.language()), reading -> new ArrayList<>())
                        .add(new Decision(choice.cell(), true));
            } else {
                stayOff.add(choice.cell());
            }
        }
        return new Undo(allowances, off.silent(), List.copyOf(stayOff));
    }
}
