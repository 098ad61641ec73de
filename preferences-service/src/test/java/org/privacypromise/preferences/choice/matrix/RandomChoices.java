package org.privacypromise.preferences.choice.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Choices as they may come about, the same again for the same seed. */
final class RandomChoices {

    static final List<Cell> CELLS = List.of(
            new Cell("marketing-main", "email", "main"),
            new Cell("marketing-main", "sms", "main"),
            new Cell("marketing-marketplace", "email", "marketplace"),
            new Cell("off-site-adverts", "off-site-advertising", "main"),
            new Cell("feedback", "email", "main"));

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final RandomGenerator random;
    private int seconds;

    RandomChoices(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Later than any before. */
    Instant next() {
        return START.plusSeconds(seconds++);
    }

    ChoiceMatrix matrix(Source... sources) {
        ChoiceMatrix matrix = ChoiceMatrix.of(List.of());
        for (int i = random.nextInt(8); i > 0; i--) {
            matrix = matrix.with(decisions(1), evidence(sources[random.nextInt(sources.length)]));
        }
        return matrix;
    }

    List<Decision> decisions(int atMost) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = 1 + random.nextInt(atMost); i > 0; i--) {
            decisions.add(new Decision(CELLS.get(random.nextInt(CELLS.size())), random.nextBoolean()));
        }
        return decisions;
    }

    Evidence evidence(Source source) {
        return new Evidence(source, "c-1", "1." + random.nextInt(3), random.nextBoolean() ? "en" : "de", next());
    }

    boolean coin() {
        return random.nextBoolean();
    }
}
