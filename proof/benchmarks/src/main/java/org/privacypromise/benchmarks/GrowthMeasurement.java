package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.privacypromise.benchmarks.protocol.Abba;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Result.Limit;

/**
 * What an operation costs with many customers in parts of what it costs with few: the same service, warm, before two
 * databases that are exchanged under it.
 */
final class GrowthMeasurement implements Measurement {

    private static final int CLIENTS = 32;

    /** Of so many customers there are tokens; they are spread over all. */
    private static final int WITH_TOKENS = 10_000;

    @Override
    public String name() {
        return "growth";
    }

    private record Operation(String name, Abba measured) {

        /** Cost is time for each, so few over many. */
        double ratio() {
            return measured.ratio().median();
        }
    }

    @Override
    public List<Result> run(Bench bench, Population population) {
        int few = bench.options.people();
        int many = Math.max(bench.options.manyPeople(), few);
        String notice = bench.noticeVersion();
        long begun = System.nanoTime();
        population.make(few + 1, many, notice);
        bench.say("growth: %d customers made in %.0f s".formatted(many, (System.nanoTime() - begun) / 1e9));
        // In front of the service from here on: the many; aside: the few.
        Sides sides = new Sides(bench, population, few, many);
        List<Operation> operations = new ArrayList<>();
        operations.add(measure("read", bench, sides, people -> {
            Tokens tokens = new Tokens(bench, people);
            return client -> Bench.answered(bench.get("/preferences", tokens.any()));
        }));
        operations.add(measure("write", bench, sides, people -> {
            Tokens tokens = new Tokens(bench, people);
            Random random = new Random(6);
            return client ->
                    Bench.answered(bench.choose(tokens.any(), notice, population.decided(), random.nextBoolean()));
        }));
        if (SendCheckMeasurement.isThere(bench, population)) {
            operations.add(measure(
                    "send-check", bench, sides, people -> SendCheckMeasurement.checks(bench, population, people)));
        }
        Operation worst = operations.stream()
                .max(Comparator.comparingDouble(Operation::ratio))
                .orElseThrow();
        return List.of(Result.measured(
                "preferences.growth.ratio",
                worst.measured().ratio(),
                Limit.atMost(1.5),
                "cost with %d customers over cost with %d, the worst of: %s"
                        .formatted(
                                many,
                                few,
                                operations.stream()
                                        .map(one -> "%s %.2f (%.0f/s, %.0f/s)"
                                                .formatted(
                                                        one.name(),
                                                        one.ratio(),
                                                        one.measured().b().median(),
                                                        one.measured().a().median()))
                                        .collect(Collectors.joining(", ")))));
    }

    private static Operation measure(String name, Bench bench, Sides sides, IntFunction<IntFunction<Future<?>>> load) {
        IntFunction<Future<?>> ofFew = load.apply(sides.few);
        IntFunction<Future<?>> ofMany = load.apply(sides.many);
        sides.show(false);
        bench.warmUp(CLIENTS, ofFew);
        sides.show(true);
        bench.warmUp(CLIENTS, ofMany);
        return new Operation(
                name,
                Abba.of(
                        bench.options.rounds(),
                        () -> {
                            sides.show(false);
                            return bench.load
                                    .closed(CLIENTS, bench.options.seconds(), ofFew)
                                    .perSecond();
                        },
                        () -> {
                            sides.show(true);
                            return bench.load
                                    .closed(CLIENTS, bench.options.seconds(), ofMany)
                                    .perSecond();
                        }));
    }

    /** Which customers the service sees. */
    private static final class Sides {

        private final Bench bench;
        private final Population population;
        private final int few;
        private final int many;
        private boolean showsMany = true;

        Sides(Bench bench, Population population, int few, int many) {
            this.bench = bench;
            this.population = population;
            this.few = few;
            this.many = many;
        }

        void show(boolean wanted) {
            if (wanted == showsMany) {
                return;
            }
            population.swap();
            showsMany = wanted;
            String token = bench.tokens(1).getFirst();
            // Every connection of the service's pool is made anew before anything counts.
            bench.load.closed(
                    CLIENTS, 1, client -> bench.get("/preferences", token).otherwiseEmpty());
        }
    }

    /** Of customers who are spread over all there are. */
    private static final class Tokens {

        private final List<String> tokens = new ArrayList<>();
        private final Random random = new Random(7);

        Tokens(Bench bench, int people) {
            int step = Math.max(1, people / WITH_TOKENS);
            for (int customer = 1; customer <= people; customer += step) {
                tokens.add(bench.mint.customer(Population.customer(customer)));
            }
        }

        String any() {
            return tokens.get(random.nextInt(tokens.size()));
        }
    }
}
