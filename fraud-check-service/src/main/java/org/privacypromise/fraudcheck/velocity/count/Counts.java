package org.privacypromise.fraudcheck.velocity.count;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How often something was tried. What was never tried counts 0. */
public final class Counts {

    /** Nobody counts further: what a screening costs does not grow with the number of attempts, and a rule that needs more
     * than this to speak would speak too late. */
    public static final int MOST = 1000;

    private final Map<Measure, Map<Window, Long>> counted;

    private Counts(Map<Measure, Map<Window, Long>> counted) {
        this.counted = Collections.unmodifiableMap(counted);
    }

    /** Each count is cut at {@link #MOST}. */
    public static Counts of(Map<Measure, Map<Window, Long>> counted) {
        EnumMap<Measure, Map<Window, Long>> copy = new EnumMap<>(Measure.class);
        counted.forEach((measure, windows) -> {
            EnumMap<Window, Long> cut = new EnumMap<>(Window.class);
            windows.forEach((window, count) -> cut.put(window, Math.min(MOST, count)));
            copy.put(measure, cut);
        });
        return new Counts(copy);
    }

    public static Counts none() {
        return new Counts(Map.of());
    }

    /** Every count the same, to try what rules make of it. */
    public static Counts all(long count) {
        EnumMap<Measure, Map<Window, Long>> counted = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            EnumMap<Window, Long> windows = new EnumMap<>(Window.class);
            for (Window window : Window.values()) {
                windows.put(window, count);
            }
            counted.put(measure, windows);
        }
        return of(counted);
    }

    public long of(Measure measure, Window window) {
        return counted.getOrDefault(measure, Map.of()).getOrDefault(window, 0L);
    }
}
