package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.privacypromise.benchmarks.Population.Cell;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Result.Limit;
import org.privacypromise.benchmarks.protocol.Sample;

/** What a sender waits for right before it sends, at half of what the service can do. */
final class SendCheckMeasurement implements Measurement {

    private static final String KEY = "preferences.sendcheck.p99ms";
    private static final Limit LIMIT = Limit.atMost(10);
    private static final int CLIENTS = 32;

    @Override
    public String name() {
        return "sendcheck";
    }

    @Override
    public List<Result> run(Bench bench, Population population) {
        if (!isThere(bench, population)) {
            return List.of(Result.missing(KEY, LIMIT, "GET /send-check is not there in this build"));
        }
        IntFunction<Future<?>> checks = checks(bench, population, bench.options.people());
        bench.warmUp(CLIENTS, checks);
        double capacity =
                bench.load.closed(CLIENTS, bench.options.seconds(), checks).perSecond();
        List<Double> p99s = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        for (int round = 0; round < bench.options.rounds(); round++) {
            Load.Outcome outcome = bench.load.open(capacity / 2, bench.options.seconds(), checks);
            outcome.perSecond();
            p99s.add(outcome.latencies().millis(0.99));
            medians.add(outcome.latencies().millis(0.5));
        }
        return List.of(Result.measured(
                KEY,
                new Sample(p99s),
                LIMIT,
                "GET /send-check at %.0f/s (open load), half of the %.0f/s at %d clients; p50 %.1f ms"
                        .formatted(capacity / 2, capacity, CLIENTS, new Sample(medians).median())));
    }

    static boolean isThere(Bench bench, Population population) {
        return bench.has(HttpMethod.GET, path(1, population.decided()), bench.systemToken);
    }

    /** About one of so many customers, anybody. */
    static IntFunction<Future<?>> checks(Bench bench, Population population, int people) {
        Random random = new Random(4);
        List<Cell> cells = population.cells();
        return client -> Bench.answered(bench.get(
                path(1 + random.nextInt(people), cells.get(random.nextInt(cells.size()))), bench.systemToken));
    }

    private static String path(int customer, Cell cell) {
        return "/send-check?customerId=%s&purpose=%s&channel=%s&brand=%s"
                .formatted(Population.customer(customer), cell.purpose(), cell.channel(), cell.brand());
    }
}
