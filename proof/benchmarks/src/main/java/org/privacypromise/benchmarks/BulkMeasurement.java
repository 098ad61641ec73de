package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.benchmarks.Population.Cell;
import org.privacypromise.benchmarks.protocol.Abba;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Result.Limit;

/** A whole campaign's check in one stream against the same look-ups by pg-client, a thousand in each statement. */
final class BulkMeasurement implements Measurement {

    private static final String KEY = "preferences.bulk.ratio";
    private static final Limit LIMIT = Limit.atLeast(0.5);
    private static final int BATCH = 1000;

    /** So that the database works on one batch while the client reads the other. */
    private static final int AT_ONCE = 2;

    private static final String LOOK_UP = """
            SELECT asked.place, p.version,
                   jsonb_path_query_first(
                       p.choices, '$.list[*] ? (@.purpose == $purpose && @.channel == $channel && @.brand == $brand)',
                       jsonb_build_object('purpose', asked.purpose, 'channel', asked.channel, 'brand', asked.brand))
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
                   WITH ORDINALITY AS asked (key, purpose, channel, brand, place)
              LEFT JOIN preferences p ON p.key = asked.key""";

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public List<Result> run(Bench bench, Population population) {
        if (!bench.has(HttpMethod.POST, "/send-checks", bench.systemToken)) {
            return List.of(Result.missing(KEY, LIMIT, "POST /send-checks is not there in this build"));
        }
        Path questions = questions(bench, population);
        Pool pool = bench.load.onLoop(() -> Future.succeededFuture(bench.pool("preferences", AT_ONCE)));
        HttpClient client = bench.load.onLoop(() ->
                Future.succeededFuture(bench.vertx.createHttpClient(new HttpClientOptions().setIdleTimeout(600))));
        ours(bench, client, questions);
        raw(bench, pool, questions);
        Abba measured = Abba.of(
                bench.options.rounds(), () -> ours(bench, client, questions), () -> raw(bench, pool, questions));
        pool.close();
        client.close();
        return List.of(Result.measured(
                KEY,
                measured.ratio(),
                LIMIT,
                "POST /send-checks, %d lines: %s"
                        .formatted(
                                bench.options.lines(),
                                Bench.rates(
                                        "ours",
                                        "pg-client from the same file, %d look-ups a statement, %d statements at once"
                                                .formatted(BATCH, AT_ONCE),
                                        measured))));
    }

    private static Path questions(Bench bench, Population population) {
        Random random = new Random(5);
        List<Cell> cells = population.cells();
        Path file = bench.stack.state().resolve("questions.ndjson");
        try (var writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < bench.options.lines(); i++) {
                Cell cell = cells.get(random.nextInt(cells.size()));
                writer.write("{\"customerId\":\"%s\",\"purpose\":\"%s\",\"channel\":\"%s\",\"brand\":\"%s\"}\n"
                        .formatted(
                                Population.customer(1 + random.nextInt(bench.options.people())),
                                cell.purpose(),
                                cell.channel(),
                                cell.brand()));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double ours(Bench bench, HttpClient client, Path questions) {
        long begun = System.nanoTime();
        long answers = bench.load.onLoop(() -> bench.vertx
                .fileSystem()
                .open(questions.toString(), new OpenOptions().setRead(true))
                .compose(file -> client.request(HttpMethod.POST, bench.port(), "localhost", "/send-checks")
                        .compose(request -> {
                            request.putHeader("Authorization", "Bearer " + bench.systemToken)
                                    .putHeader("Content-Type", "application/x-ndjson")
                                    .setChunked(true);
                            return request.send(file);
                        })
                        .compose(response -> {
                            if (response.statusCode() != 200) {
                                return Future.failedFuture("status " + response.statusCode());
                            }
                            Lines lines = new Lines();
                            Promise<Long> all = Promise.promise();
                            response.handler(lines::count);
                            response.exceptionHandler(all::tryFail);
                            response.endHandler(ignored -> all.tryComplete(lines.total()));
                            return all.future();
                        })));
        return rate(bench, answers, begun);
    }

    private static double rate(Bench bench, long answers, long begun) {
        if (answers != bench.options.lines()) {
            throw new IllegalStateException(answers + " answers to " + bench.options.lines() + " lines");
        }
        return answers / ((System.nanoTime() - begun) / 1e9);
    }

    /** Counts lines, whether or not the last one is ended. */
    private static final class Lines {

        private long ended;
        private boolean open;

        void count(Buffer chunk) {
            for (int i = 0; i < chunk.length(); i++) {
                open = chunk.getByte(i) != '\n';
                if (!open) {
                    ended++;
                }
            }
        }

        long total() {
            return open ? ended + 1 : ended;
        }
    }

    private static double raw(Bench bench, Pool pool, Path questions) {
        long begun = System.nanoTime();
        try (BufferedReader reader = Files.newBufferedReader(questions)) {
            long answers = bench.load.onLoop(() -> {
                RawChecks checks = new RawChecks(pool, reader);
                return Future.all(IntStream.range(0, AT_ONCE)
                                .mapToObj(i -> checks.next())
                                .toList())
                        .map(ignored -> checks.allowed + checks.refused);
            });
            return rate(bench, answers, begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Batch after batch until the file ends; every row that comes back is read and decided. */
    private static final class RawChecks {

        private final Pool pool;
        private final BufferedReader reader;
        private long allowed;
        private long refused;

        RawChecks(Pool pool, BufferedReader reader) {
            this.pool = pool;
            this.reader = reader;
        }

        Future<@Nullable Void> next() {
            Tuple batch = batch();
            if (batch == null) {
                return Future.succeededFuture();
            }
            return pool.preparedQuery(LOOK_UP).execute(batch).compose(rows -> {
                decide(rows);
                return next();
            });
        }

        private void decide(RowSet<Row> rows) {
            for (Row row : rows) {
                JsonObject choice = row.getJsonObject(2);
                if (choice != null && choice.getBoolean("allowed")) {
                    allowed++;
                } else {
                    refused++;
                }
            }
        }

        private @Nullable Tuple batch() {
            try {
                String[][] columns = new String[4][BATCH];
                int size = 0;
                for (String line; size < BATCH && (line = reader.readLine()) != null; size++) {
                    JsonObject question = new JsonObject(line);
                    columns[0][size] = "c:" + question.getString("customerId");
                    columns[1][size] = question.getString("purpose");
                    columns[2][size] = question.getString("channel");
                    columns[3][size] = question.getString("brand");
                }
                if (size == 0) {
                    return null;
                }
                Tuple batch = Tuple.tuple();
                for (String[] column : columns) {
                    batch.addArrayOfString(Arrays.copyOf(column, size));
                }
                return batch;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
