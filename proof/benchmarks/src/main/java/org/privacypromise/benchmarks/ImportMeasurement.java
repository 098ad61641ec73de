package org.privacypromise.benchmarks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.postgresql.PGConnection;
import org.privacypromise.benchmarks.Population.Cell;
import org.privacypromise.benchmarks.protocol.Abba;
import org.privacypromise.benchmarks.protocol.Result;
import org.privacypromise.benchmarks.protocol.Result.Limit;

/** Consents of the time before against a plain COPY of the same rows, into a table without a key. */
final class ImportMeasurement implements Measurement {

    private static final String KEY = "preferences.import.ratio";
    private static final Limit LIMIT = Limit.atLeast(0.4);
    private static final int ROWS_OF_A_CUSTOMER = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private int made;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Result> run(Bench bench, Population population) {
        String operator = bench.mint.staff("operator");
        if (!bench.has(HttpMethod.POST, "/imports", operator)) {
            return List.of(Result.missing(KEY, LIMIT, "POST /imports is not there in this build"));
        }
        WebClient client = WebClient.create(bench.vertx, new WebClientOptions().setIdleTimeout(600));
        try {
            Abba measured = Abba.of(
                    bench.options.rounds(),
                    () -> ours(bench, client, operator, rows(bench, population)),
                    () -> copy(bench, rows(bench, population)));
            return List.of(Result.measured(
                    KEY,
                    measured.ratio(),
                    LIMIT,
                    "POST /imports, %d rows, four of each customer, until all are in force: %s"
                            .formatted(bench.options.lines(), Bench.rates("ours", "plain COPY", measured))));
        } finally {
            client.close();
        }
    }

    /** Rows about customers that nobody has imported before: four choices of each, every third an opt-in. */
    private Path rows(Bench bench, Population population) {
        Path file = bench.stack.state().resolve("import.csv");
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("customerId,contactRef,purpose,channel,brand,allowed,decidedAt,noticeVersion,language,source,"
                    + "reference\n");
            for (int i = 0; i < bench.options.lines(); i++) {
                Cell cell = population.cells().get(i % ROWS_OF_A_CUSTOMER);
                writer.write("legacy-%d,,%s,%s,%s,%s,2024-05-01T10:00:00Z,2023-01,en,checkout,CRM %d\n"
                        .formatted(
                                made / ROWS_OF_A_CUSTOMER,
                                cell.purpose(),
                                cell.channel(),
                                cell.brand(),
                                i % 3 == 0,
                                made));
                made++;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double ours(Bench bench, WebClient client, String operator, Path rows) {
        long begun = System.nanoTime();
        HttpResponse<Buffer> accepted = bench.load.onLoop(() -> bench.vertx
                .fileSystem()
                .open(rows.toString(), new OpenOptions().setRead(true))
                .compose(file -> client.post(bench.port(), "localhost", "/imports")
                        .putHeader("Authorization", "Bearer " + operator)
                        .putHeader("Content-Type", "text/csv")
                        .sendStream(file)));
        if (accepted.statusCode() >= 300) {
            throw new IllegalStateException("it answers " + accepted.statusCode() + " " + accepted.bodyAsString());
        }
        String id = accepted.bodyAsJsonObject().getString("importId");
        await(bench, id, operator, progress -> "done".equals(progress.getString("state")));
        double rate = bench.options.lines() / ((System.nanoTime() - begun) / 1e9);
        // The systems are told afterwards; that is not to slow down what is measured next.
        JsonObject end = await(bench, id, operator, progress -> progress.getLong("waitingToBeTold", 0L) == 0);
        if (end.getLong("linesInvalid", 0L) > 0) {
            throw new IllegalStateException(end.getLong("linesInvalid") + " lines were not taken");
        }
        return rate;
    }

    private static JsonObject await(Bench bench, String id, String operator, Predicate<JsonObject> end) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            JsonObject progress = progress(bench, id, operator);
            if (end.test(progress)) {
                return progress;
            }
            bench.load.onLoop(() -> bench.vertx.timer(50));
        }
        throw new IllegalStateException("the import is not over after " + PATIENCE.toMinutes() + " minutes: "
                + progress(bench, id, operator).encode());
    }

    private static JsonObject progress(Bench bench, String id, String operator) {
        return bench.load
                .onLoop(() -> Bench.answered(bench.get("/imports/" + id, operator)))
                .bodyAsJsonObject();
    }

    private static double copy(Bench bench, Path rows) {
        try (Connection database = bench.stack.admin("preferences");
                Reader reader = Files.newBufferedReader(rows)) {
            try (var sql = database.createStatement()) {
                sql.execute("DROP TABLE IF EXISTS copied");
                sql.execute("""
                        CREATE TABLE copied (customer_id text, contact_ref text, purpose text, channel text, brand text,
                            allowed boolean, decided_at timestamptz, notice_version text, language text, source text,
                            reference text)""");
            }
            long begun = System.nanoTime();
            long copied = database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY copied FROM STDIN WITH (FORMAT csv, HEADER)", reader);
            return copied / ((System.nanoTime() - begun) / 1e9);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the rows could not be copied", e);
        }
    }
}
