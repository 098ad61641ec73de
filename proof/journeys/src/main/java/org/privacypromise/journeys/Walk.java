package org.privacypromise.journeys;

import java.io.PrintStream;
import java.util.function.Supplier;

/** Tells a journey step by step: what is done, and what was really seen. */
public final class Walk {

    private final PrintStream out;
    private int steps;

    public Walk(PrintStream out) {
        this.out = out;
    }

    public void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /**
     * Takes one step.
     *
     * @param look does it and returns what was seen; throws if it was not what had to be seen
     */
    public void step(String what, Supplier<String> look) {
        out.printf("  %2d. %s%n", steps + 1, what);
        out.flush();
        try {
            out.printf("      %s%n", look.get());
        } catch (RuntimeException | AssertionError e) {
            out.printf(
                    "      NOT AS IT SHOULD BE: %s%n",
                    shortened(String.valueOf(e.getMessage()).strip()));
            throw e;
        }
        steps++;
    }

    /** A whole page that lacks one word would hide what is lacking. */
    private static String shortened(String message) {
        int most = 1000;
        return message.length() <= most
                ? message
                : message.substring(0, most / 2) + " [...] " + message.substring(message.length() - most / 2);
    }

    /** How many steps held. */
    public int steps() {
        return steps;
    }
}
