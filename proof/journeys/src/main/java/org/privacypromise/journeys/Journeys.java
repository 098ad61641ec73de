package org.privacypromise.journeys;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.privacypromise.local.LocalStack;

/** Every journey there is, by name, on one stack: what the demo walks aloud and CI walks as a test. */
public final class Journeys {

    private final LocalStack stack;
    private final Walk walk;
    private final ChoiceJourney choice;

    public Journeys(LocalStack stack, Walk walk) {
        this.stack = stack;
        this.walk = walk;
        this.choice = new ChoiceJourney(stack, walk);
    }

    /** Walks these journeys, all of them if none is named. Throws at the first step that does not hold. */
    public void walk(String... names) {
        Map<String, Runnable> chosen = new LinkedHashMap<>(all());
        requireKnown(names, chosen.keySet().stream().toList());
        if (names.length > 0) {
            chosen.keySet().retainAll(Arrays.asList(names));
        }
        // Its customer walks on in the others.
        choice.walk();
        chosen.values().forEach(Runnable::run);
    }

    private Map<String, Runnable> all() {
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("crash", () -> new CrashJourney(stack, walk, choice).walk());
        all.put("control", () -> new ControlJourney(stack, walk, choice).walk());
        all.put("access", () -> new AccessJourney(stack, walk, choice).walk());
        all.put("guest", () -> new GuestJourney(stack, walk, choice).walk());
        all.put("attack", () -> new AttackJourney(stack, walk, choice).walk());
        all.put("erasure", () -> new ErasureJourney(stack, walk).walk());
        all.put("request-crash", () -> new RequestCrashJourney(stack, walk, choice).walk());
        // The last of this customer: so many requests in a day are for people to look at, as these are anyway.
        all.put("desk", () -> new DeskJourney(stack, walk, choice).walk());
        return all;
    }

    private static void requireKnown(String[] names, List<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no journey " + name + ". There are: " + String.join(", ", known) + ".");
            }
        }
    }
}
