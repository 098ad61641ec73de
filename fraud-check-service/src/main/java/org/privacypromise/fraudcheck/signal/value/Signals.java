package org.privacypromise.fraudcheck.signal.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.privacypromise.fraudcheck.velocity.count.Counts;
import org.privacypromise.fraudcheck.velocity.count.Measure;
import org.privacypromise.fraudcheck.velocity.count.Window;

/** The value of every signal in one screening. */
public final class Signals {

    private final Map<String, Object> values;

    private Signals(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public static Signals of(Facts facts, Counts counts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Signal signal : Signal.everyOne()) {
            if (signal.kind() != Signal.Kind.COUNT) {
                values.put(signal.name(), facts.valueOf(signal));
            }
        }
        for (Measure measure : Measure.values()) {
            for (Window window : Window.values()) {
                values.put(Signal.count(measure, window).name(), counts.of(measure, window));
            }
        }
        return new Signals(values);
    }

    /** Name to {@code Long}, {@code Boolean} or {@code String}; each signal has a value. */
    public Map<String, Object> values() {
        return values;
    }

    /** Those that say something: no zeros, nothing unknown. In the order of their names. */
    public Map<String, Object> telling() {
        Map<String, Object> telling = new TreeMap<>(values);
        telling.values().removeIf(value -> value.equals(0L) || value.equals(false) || value.equals(""));
        return telling;
    }
}
