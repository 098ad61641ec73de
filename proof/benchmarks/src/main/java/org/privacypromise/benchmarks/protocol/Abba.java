package org.privacypromise.benchmarks.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Compares two rates on one machine in rounds of A, B, B, A: what gets faster or slower meanwhile (a compiler, a cache, a
 * neighbour) does so for both.
 */
public final class Abba {

    private final List<Double> first = new ArrayList<>();
    private final List<Double> second = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    private Abba() {}

    /** Measures so many rounds; each supplier measures one stretch and answers with its rate, which is not 0. */
    public static Abba of(int rounds, DoubleSupplier a, DoubleSupplier b) {
        Abba measured = new Abba();
        for (int i = 0; i < rounds; i++) {
            double a1 = a.getAsDouble();
            double b1 = b.getAsDouble();
            double b2 = b.getAsDouble();
            double a2 = a.getAsDouble();
            measured.first.add((a1 + a2) / 2);
            measured.second.add((b1 + b2) / 2);
            measured.ratios.add((a1 + a2) / (b1 + b2));
        }
        return measured;
    }

    /** How fast A was, round by round. */
    public Sample a() {
        return new Sample(first);
    }

    /** How fast B was, round by round. */
    public Sample b() {
        return new Sample(second);
    }

    /** A in parts of B, round by round. */
    public Sample ratio() {
        return new Sample(ratios);
    }
}
