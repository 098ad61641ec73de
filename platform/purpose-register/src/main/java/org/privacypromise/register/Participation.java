package org.privacypromise.register;

import java.util.List;

/** What must hold of how systems take part: whoever is asked for something can do it, and somebody knows how. */
final class Participation {

    private final PurposeRegister register;
    private final Faults faults;

    private Participation(PurposeRegister register, Faults faults) {
        this.register = register;
        this.faults = faults;
    }

    static void check(PurposeRegister register, Faults faults) {
        Participation participation = new Participation(register, faults);
        register.systems().forEach(participation::check);
    }

    private void check(RegisteredSystem system) {
        String at = "systems[" + system.key() + "]";
        for (Operation operation : List.of(Operation.PROBE, Operation.RELEASE)) {
            if (system.takesPartIn(operation) && !system.takesPartIn(Operation.ERASURE)) {
                faults.addUnlessUnreadable(
                        at + ".operations." + Reading.written(operation),
                        "There is nothing to look for after an erasure that the system takes no part in.",
                        "Add `erasure` to its operations, or remove `" + Reading.written(operation) + "`.");
            }
        }
        List<String> recipients =
                register.recipients().stream().map(Recipient::key).toList();
        system.passesOn()
                .forEach(key -> faults.addUnlessKnown(key, recipients, at + ".passes-on[" + key + "]", "recipient"));
        if (system.byHand() != null) {
            checkByHand(system, system.byHand(), at);
        }
    }

    private void checkByHand(RegisteredSystem system, ByHand byHand, String at) {
        if (system.suite()) {
            faults.addUnlessUnreadable(
                    at + ".by-hand", "The suite's own services do their tasks themselves.", "Remove `by-hand`.");
        }
        if (system.takesPartIn(Operation.PREFERENCES)) {
            faults.addUnlessUnreadable(
                    at + ".operations.preferences",
                    "Choices must be in force in seconds, which nobody does by hand.",
                    "Remove `preferences`, or give the system a connector.");
        }
        for (Operation operation : system.targetTimes().keySet()) {
            if (operation != Operation.PREFERENCES && byHand.instruction(operation) == null) {
                faults.addUnlessUnreadable(
                        at + ".by-hand",
                        "Nobody is told how to do `" + Reading.written(operation) + "`.",
                        "Add `" + Reading.written(operation) + ":` with instructions in plain words.");
            }
        }
    }
}
