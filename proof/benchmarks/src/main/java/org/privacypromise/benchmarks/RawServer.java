package org.privacypromise.benchmarks;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limit of a read: what the same machine can do with Vert.x and its PostgreSQL client alone, in a process of its own.
 * It checks the token's signature and claims, sends one statement, and writes the same JSON; it has no framework, no entity
 * and no other endpoint.
 */
public final class RawServer extends AbstractVerticle {

    private static final String READ = """
            SELECT p.version, p.created_at, p.changed_at, p.choices,
                   (SELECT jsonb_agg(jsonb_build_object(
                               'system', a.system, 'version', a.version, 'effectiveFrom', a.effective_from))
                      FROM acknowledgement a WHERE a.key = p.key)
              FROM preferences p WHERE p.key = $1""";

    private final Settings settings;
    private final PublicKey key;
    private Pool pool;

    /** What it is told, as JSON in its environment. */
    private record Settings(JsonObject json) {

        int port() {
            return json.getInteger("port");
        }

        /** The page of somebody, to be filled in for others. */
        JsonObject template() {
            return json.getJsonObject("template");
        }

        PgConnectOptions database() {
            return new PgConnectOptions(json.getJsonObject("database")).setCachePreparedStatements(true);
        }
    }

    @SuppressWarnings("NullAway.Init") // started before it is asked
    private RawServer(Settings settings, PublicKey key) {
        this.settings = settings;
        this.key = key;
    }

    public static void main(String[] arguments) throws GeneralSecurityException {
        Settings settings = new Settings(new JsonObject(System.getenv("RAW_SERVER")));
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(settings.json().getString("key"))));
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx()
                .deployVerticle(() -> new RawServer(settings, key), new DeploymentOptions().setInstances(loops))
                .onFailure(e -> {
                    e.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        pool = PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(16).setShared(true).setName("raw"))
                .connectingTo(settings.database())
                .build();
        vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(settings.port(), "localhost")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
        String customer = customer(request.getHeader("Authorization"));
        if (customer == null) {
            request.response().setStatusCode(401).end();
            return;
        }
        pool.preparedQuery(READ).execute(Tuple.of("c:" + customer)).onComplete(rows -> {
            if (rows.failed() || rows.result().size() == 0) {
                request.response().setStatusCode(500).end();
            } else {
                JsonObject page = page(rows.result().iterator().next());
                request.response()
                        .putHeader("Content-Type", "application/json;charset=UTF-8")
                        .putHeader("ETag", "\"" + page.getLong("version") + "\"")
                        .putHeader("Cache-Control", "private, no-cache")
                        .end(page.toBuffer());
            }
        });
    }

    private @Nullable String customer(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return null;
        }
        String token = authorization.substring("Bearer ".length());
        int end = token.lastIndexOf('.');
        int middle = token.indexOf('.');
        if (middle < 0 || middle == end || !isSigned(token, end)) {
            return null;
        }
        JsonObject claims = new JsonObject(
                new String(Base64.getUrlDecoder().decode(token.substring(middle + 1, end)), StandardCharsets.UTF_8));
        boolean good = claims.getLong("exp") > Instant.now().getEpochSecond()
                && claims.getString("iss").equals(settings.json().getString("issuer"))
                && claims.getJsonArray("aud").contains("preferences-service")
                && claims.getJsonObject("realm_access").getJsonArray("roles").contains("customer");
        return good ? claims.getString("customer_id") : null;
    }

    private boolean isSigned(String token, int end) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private JsonObject page(Row row) {
        Map<String, JsonObject> chosen = new HashMap<>();
        for (Object choice : row.getJsonObject(3).getJsonArray("list")) {
            chosen.put(cell((JsonObject) choice), (JsonObject) choice);
        }
        String createdAt = instant(row.getOffsetDateTime(1));
        JsonArray choices = new JsonArray();
        for (Object offered : settings.template().getJsonArray("choices")) {
            JsonObject choice = ((JsonObject) offered).copy();
            JsonObject own = chosen.get(cell(choice));
            choice.put("since", own == null ? createdAt : own.getString("since"));
            if (own != null) {
                choice.put("allowed", own.getBoolean("allowed"));
            }
            choices.add(choice);
        }
        return settings.template()
                .copy()
                .put("version", row.getLong(0))
                .put("changedAt", instant(row.getOffsetDateTime(2)))
                .put("choices", choices)
                .put("propagation", propagation(row));
    }

    private JsonObject propagation(Row row) {
        JsonObject propagation =
                settings.template().getJsonObject("propagation").copy();
        Map<String, String> effective = new HashMap<>();
        for (Object one : row.getJsonArray(4)) {
            JsonObject acknowledgement = (JsonObject) one;
            effective.put(
                    acknowledgement.getString("system"),
                    instant(OffsetDateTime.parse(acknowledgement.getString("effectiveFrom"))));
        }
        for (Object one : propagation.getJsonArray("systems")) {
            JsonObject system = (JsonObject) one;
            system.put("effectiveFrom", effective.get(system.getString("system")));
        }
        return propagation;
    }

    private static String instant(OffsetDateTime time) {
        return time.toInstant().toString();
    }

    private static String cell(JsonObject choice) {
        return choice.getString("purpose") + " " + choice.getString("channel") + " " + choice.getString("brand");
    }
}
