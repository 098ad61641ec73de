package org.privacypromise.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.privacypromise.benchmarks.Population.Cell;
import org.privacypromise.benchmarks.protocol.Abba;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.TokenMint;

/** What every benchmark works with: the stack, its customers with their tokens, and the load. */
final class Bench implements AutoCloseable {

    private static final int CONNECTIONS = 512;

    final LocalStack stack;
    final Options options;
    final Vertx vertx;
    final Load load;
    final TokenMint mint;
    final String systemToken;
    private final WebClient client;
    private final List<String> tokens = new ArrayList<>();
    private final URI preferences;

    Bench(LocalStack stack, Options options) {
        this.stack = stack;
        this.options = options;
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        this.load = new Load(vertx);
        this.mint = stack.tokenMint(Clock.systemUTC());
        this.systemToken = mint.program("marketing", "system");
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setMaxPoolSize(CONNECTIONS)
                        .setKeepAlive(true));
        this.preferences = URI.create(stack.url("preferences"));
    }

    /** The tokens of so many customers, from the first on; made when first asked for. */
    List<String> tokens(int people) {
        while (tokens.size() < people) {
            tokens.add(mint.customer(Population.customer(tokens.size() + 1)));
        }
        return tokens.subList(0, people);
    }

    Future<HttpResponse<Buffer>> get(int port, String path, String token) {
        return client.get(port, "localhost", path)
                .putHeader("Authorization", "Bearer " + token)
                .send();
    }

    Future<HttpResponse<Buffer>> get(String path, String token) {
        return get(port(), path, token);
    }

    Future<HttpResponse<Buffer>> choose(String token, String noticeVersion, Cell cell, boolean allowed) {
        JsonObject body = new JsonObject()
                .put("noticeVersion", noticeVersion)
                .put("language", "en")
                .put(
                        "choices",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("purpose", cell.purpose())
                                        .put("channel", cell.channel())
                                        .put("brand", cell.brand())
                                        .put("allowed", allowed)));
        return client.request(HttpMethod.PATCH, port(), "localhost", "/preferences")
                .putHeader("Authorization", "Bearer " + token)
                .sendJsonObject(body);
    }

    /** Before the first round of each side. */
    void warmUp(int clients, IntFunction<Future<?>> request) {
        load.warmUp(clients, options.warmUpSeconds(), options.quick() ? 2 : 8, request);
    }

    int port() {
        return preferences.getPort();
    }

    /** An answer that is none is a failure. */
    static Future<HttpResponse<Buffer>> answered(Future<HttpResponse<Buffer>> answer) {
        return answer.compose(response -> response.statusCode() == 200
                ? Future.succeededFuture(response)
                : Future.failedFuture("status " + response.statusCode()));
    }

    JsonObject page(String token) {
        return load.onLoop(() -> answered(get("/preferences", token))).bodyAsJsonObject();
    }

    String noticeVersion() {
        return load.onLoop(() -> answered(get("/notice", "")))
                .bodyAsJsonObject()
                .getString("version");
    }

    /** Whether the service has something there, whatever it answers. */
    boolean has(HttpMethod method, String path, String token) {
        int status = load.onLoop(() -> client.request(method, port(), "localhost", path)
                        .putHeader("Authorization", "Bearer " + token)
                        .putHeader("Content-Type", "application/x-ndjson")
                        .sendBuffer(Buffer.buffer()))
                .statusCode();
        return status != 404 && status != 405;
    }

    /** Connections to this database as the service's user. */
    Pool pool(String database, int connections) {
        return PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(connection(database))
                .build();
    }

    PgConnectOptions connection(String database) {
        return new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(stack.port("postgresql"))
                .setDatabase(database)
                .setUser(stack.databaseUser("preferences"))
                .setPassword(stack.secret("database/preferences"))
                .setCachePreparedStatements(true);
    }

    /** The median of A's and B's own rates, for the reader. */
    static String rates(String a, String b, Abba measured) {
        return "%.0f/s %s, %.0f/s %s"
                .formatted(measured.a().median(), a, measured.b().median(), b);
    }

    void say(String text) {
        System.out.println(text);
        System.out.flush();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
