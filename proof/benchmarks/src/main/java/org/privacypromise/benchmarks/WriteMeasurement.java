package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.privacypromise.benchmarks.Population.Cell;
import org.privacypromise.benchmarks.protocol.Abba;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Result.Limit;
import org.privacypromise.benchmarks.protocol.Sample;

/** A change with its evidence and its events against the same transaction by {@link RawWrites}. */
final class WriteMeasurement implements Measurement {

    private static final String SAME =
            "pg-client looping over the same transaction (in place of pgbench: 4 statements, no HTTP, no token, nothing"
                    + " published)";

    @Override
    public String name() {
        return "write";
    }

    @Override
    public List<Result> run(Bench bench, Population population) {
        String notice = bench.noticeVersion();
        Changes changes = new Changes(bench, population.decided(), notice);
        // The first change of all has its events published: the limit writes as large ones.
        bench.load.onLoop(() -> changes.by(0, 1).mapEmpty());
        Payloads payloads = Payloads.published(bench.stack.bootstrapServers());
        IntFunction<Abba> measure = clients -> measure(bench, changes, payloads, clients, population.decided(), notice);
        Abba one = measure.apply(1);
        Abba eight = measure.apply(8);
        Abba many = measure.apply(32);
        return List.of(
                result("preferences.write8.ratio", 8, eight),
                result("preferences.write32.ratio", 32, many),
                Result.measured(
                        "preferences.write.scaling",
                        scaling(one, many),
                        Limit.atLeast(0.7),
                        "what 32 clients write in parts of what one does, over the same for pg-client; with one: "
                                + Bench.rates("ours", "pg-client", one)));
    }

    private static Result result(String key, int clients, Abba measured) {
        return Result.measured(
                key,
                measured.ratio(),
                Limit.atLeast(0.60),
                "PATCH /preferences, %d clients: %s".formatted(clients, Bench.rates("ours", SAME, measured)));
    }

    /** (ours with many / ours with one) over (theirs with many / theirs with one). */
    private static Sample scaling(Abba one, Abba many) {
        List<Double> ones = one.ratio().values();
        List<Double> manys = many.ratio().values();
        return new Sample(IntStream.range(0, ones.size())
                .mapToObj(round -> manys.get(round) / ones.get(round))
                .toList());
    }

    private static Abba measure(
            Bench bench, Changes changes, Payloads payloads, int clients, Cell cell, String notice) {
        Pool pool = bench.load.onLoop(() -> Future.succeededFuture(bench.pool(Population.LIMIT, clients)));
        RawWrites raw = new RawWrites(pool, bench.options.people(), payloads, recorded(cell), notice);
        IntFunction<Future<?>> ours = client -> changes.by(client, clients);
        IntFunction<Future<?>> limit = client -> raw.write(client, clients);
        bench.warmUp(clients, ours);
        bench.warmUp(clients, limit);
        Abba measured = Abba.of(
                bench.options.rounds(),
                () -> bench.load.closed(clients, bench.options.seconds(), ours).perSecond(),
                () -> {
                    double rate = bench.load
                            .closed(clients, bench.options.seconds(), limit)
                            .perSecond();
                    bench.load.onLoop(() -> pool.query("TRUNCATE outbox").execute());
                    return rate;
                });
        pool.close();
        return measured;
    }

    private static JsonObject recorded(Cell cell) {
        return new JsonObject()
                .put(
                        "list",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put(
                                                "cell",
                                                new JsonObject()
                                                        .put("purpose", cell.purpose())
                                                        .put("channel", cell.channel())
                                                        .put("brand", cell.brand()))
                                        .put("allowed", false)));
    }

    /** Changes of mind, each a real one: who allowed refuses next, and the other way round. */
    static final class Changes {

        private final Bench bench;
        private final Cell cell;
        private final String noticeVersion;
        private final Random random = new Random(3);
        private final BitSet refused = new BitSet();

        Changes(Bench bench, Cell cell, String noticeVersion) {
            this.bench = bench;
            this.cell = cell;
            this.noticeVersion = noticeVersion;
        }

        /** By one of the customers whom this client has for itself. */
        Future<?> by(int client, int clients) {
            int people = bench.options.people();
            int customer = client + clients * random.nextInt(people / clients);
            refused.flip(customer);
            return Bench.answered(
                    bench.choose(bench.tokens(people).get(customer), noticeVersion, cell, !refused.get(customer)));
        }
    }
}
