package org.privacypromise.register;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of what systems keep after an erasure: each kept category has one rule, which ends or says why not. */
final class Keeping {

    private final PurposeRegister register;
    private final Faults faults;
    private final List<String> rules;

    private Keeping(PurposeRegister register, Faults faults) {
        this.register = register;
        this.faults = faults;
        rules = register.retention().stream().map(RetentionRule::key).toList();
    }

    static void check(PurposeRegister register, Faults faults) {
        Keeping keeping = new Keeping(register, faults);
        register.systems().forEach(keeping::check);
    }

    private void check(RegisteredSystem system) {
        String at = "systems[" + system.key() + "].keeps";
        if (!system.keeps().isEmpty() && !system.takesPartIn(Operation.ERASURE)) {
            faults.addUnlessUnreadable(
                    at,
                    "The system keeps something after an erasure, but takes part in none.",
                    "Add `erasure` to its operations, or remove `keeps`.");
        }
        Set<String> kept = new HashSet<>();
        for (Keep keep : system.keeps()) {
            checkRule(keep, at);
            checkCategories(system, keep, at + "[" + keep.retention() + "].categories", kept);
        }
    }

    private void checkRule(Keep keep, String at) {
        String field = at + "[" + keep.retention() + "].retention";
        faults.addUnlessKnown(keep.retention(), rules, field, "retention rule");
        boolean undecided = register.retentionRule(keep.retention())
                .map(RetentionRule::period)
                .filter(RetentionPeriod.Undecided.class::isInstance)
                .isPresent();
        if (undecided) {
            faults.addUnlessUnreadable(
                    field,
                    "How long `" + keep.retention() + "` lasts is not decided, so nothing may be kept for it.",
                    "Decide on its period, or let the erasure take the data.");
        }
    }

    private void checkCategories(RegisteredSystem system, Keep keep, String field, Set<String> kept) {
        if (keep.categories().isEmpty()) {
            faults.addUnlessUnreadable(field, "Nothing is kept by this rule.", "Name a category, or remove the rule.");
        }
        for (String category : keep.categories()) {
            String at = field + "[" + category + "]";
            faults.addUnlessKnown(category, system.holds(), at, "data category that the system holds");
            if (!kept.add(category)) {
                faults.addUnlessUnreadable(
                        at,
                        "The system keeps `" + category + "` by another rule already.",
                        "Keep it by one rule, the one that lasts longest.");
            }
        }
    }
}
