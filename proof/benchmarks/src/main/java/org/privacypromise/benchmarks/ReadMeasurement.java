package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.privacypromise.benchmarks.protocol.Abba;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Result.Limit;

/** A customer's page against the same page by {@link RawServer}. */
final class ReadMeasurement implements Measurement {

    static final int CLIENTS = 32;
    private static final int COMPARED = 20;

    @Override
    public String name() {
        return "read";
    }

    @Override
    public List<Result> run(Bench bench, Population population) {
        List<String> tokens = bench.tokens(bench.options.people());
        try (RawProcess raw = RawProcess.start(bench, bench.page(tokens.getFirst()))) {
            IntFunction<Future<?>> ours = reads(bench, bench.port(), tokens);
            IntFunction<Future<?>> limit = reads(bench, raw.port(), tokens);
            String same = same(bench, raw.port(), tokens);
            bench.warmUp(CLIENTS, ours);
            bench.warmUp(CLIENTS, limit);
            Abba measured = Abba.of(
                    bench.options.rounds(),
                    () -> bench.load
                            .closed(CLIENTS, bench.options.seconds(), ours)
                            .perSecond(),
                    () -> bench.load
                            .closed(CLIENTS, bench.options.seconds(), limit)
                            .perSecond());
            return List.of(Result.measured(
                    "preferences.read.ratio",
                    measured.ratio(),
                    Limit.atLeast(0.60),
                    "GET /preferences, %d clients, %d customers: %s; %s"
                            .formatted(
                                    CLIENTS,
                                    tokens.size(),
                                    Bench.rates("ours", "raw Vert.x + pg-client, same token check", measured),
                                    same)));
        }
    }

    static IntFunction<Future<?>> reads(Bench bench, int port, List<String> tokens) {
        Random random = new Random(1);
        return client -> Bench.answered(bench.get(port, "/preferences", tokens.get(random.nextInt(tokens.size()))));
    }

    /** A limit that answers something else would be none. */
    private static String same(Bench bench, int rawPort, List<String> tokens) {
        int same = 0;
        int compared = Math.min(COMPARED, tokens.size());
        int bytes = 0;
        int rawBytes = 0;
        for (String token : tokens.subList(0, compared)) {
            JsonObject page = bench.page(token);
            JsonObject raw = bench.load
                    .onLoop(() -> Bench.answered(bench.get(rawPort, "/preferences", token)))
                    .bodyAsJsonObject();
            same += page.equals(raw) ? 1 : 0;
            bytes += page.toBuffer().length();
            rawBytes += raw.toBuffer().length();
        }
        return "%d of %d answers are the same, of %d and %d bytes"
                .formatted(same, compared, bytes / compared, rawBytes / compared);
    }
}
