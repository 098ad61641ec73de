package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.privacypromise.benchmarks.Population.Cell;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Result.Limit;
import org.privacypromise.benchmarks.protocol.Sample;

/** How long after the answer to an opt-out its state is with a consumer of the topic. */
final class OptOutMeasurement implements Measurement {

    private static final int PER_SECOND = 200;
    private static final int WARM_UPS = 3;

    @Override
    public String name() {
        return "optout";
    }

    @Override
    public List<Result> run(Bench bench, Population population) {
        String notice = bench.noticeVersion();
        Refusals refusals = new Refusals(bench, population, notice);
        List<Double> p99s = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        long seen = 0;
        try (StateFollower follower = new StateFollower(bench.stack.bootstrapServers())) {
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                round(bench, refusals, follower, bench.options.warmUpSeconds());
            }
            for (int round = 0; round < bench.options.rounds(); round++) {
                Load.Outcome outcome = round(bench, refusals, follower, bench.options.seconds() * 2);
                outcome.perSecond();
                p99s.add(follower.lags().millis(0.99));
                answers.add(outcome.latencies().millis(0.99));
                seen += follower.lags().count();
            }
        }
        return List.of(Result.measured(
                "preferences.optout.p99ms",
                new Sample(p99s),
                Limit.atMost(100),
                "%d opt-outs at %d/s (open load), from the answer to the consumer; p99 of the answer itself %.1f ms"
                        .formatted(seen, PER_SECOND, new Sample(answers).median())));
    }

    private static Load.Outcome round(Bench bench, Refusals refusals, StateFollower follower, double seconds) {
        follower.startAnew();
        Load.Outcome outcome = bench.load.open(PER_SECOND, seconds, ignored -> refusals.next(follower));
        follower.awaitAll();
        return outcome;
    }

    /** Opt-outs of cells that nobody has decided about, so that each is a change and none needs an opt-in before. */
    private static final class Refusals {

        private final Bench bench;
        private final List<Cell> cells;
        private final List<String> tokens;
        private final String noticeVersion;
        private int made;

        Refusals(Bench bench, Population population, String noticeVersion) {
            this.bench = bench;
            this.cells = population.untouched();
            this.tokens = bench.tokens(bench.options.people());
            this.noticeVersion = noticeVersion;
        }

        Future<?> next(StateFollower follower) {
            int number = made++;
            if (number >= tokens.size() * cells.size()) {
                return Future.failedFuture("everybody has opted out of everything");
            }
            int customer = number % tokens.size();
            Cell cell = cells.get((number / tokens.size()) % cells.size());
            String key = "c:" + Population.customer(customer + 1);
            return Bench.answered(bench.choose(tokens.get(customer), noticeVersion, cell, false))
                    .onSuccess(answer ->
                            follower.answered(key, answer.bodyAsJsonObject().getLong("version")));
        }
    }
}
