package org.privacypromise.outbox;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.privacypromise.teststack.PostgreSqlResource;

/** A database of its own with the module's tables: for relays without Quarkus around them. */
final class OutboxDatabase implements AutoCloseable {

    private static final String MIGRATION = "/db/outbox/V0.1.0__outbox.sql";

    private final String address = PostgreSqlResource.address();
    private final String name = "relays_" + UUID.randomUUID().toString().replace("-", "");
    private final Vertx vertx = Vertx.vertx();

    OutboxDatabase() throws IOException, SQLException {
        PostgreSqlResource.createDatabase(address, name);
        try (var migration = OutboxDatabase.class.getResourceAsStream(MIGRATION)) {
            execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    Vertx vertx() {
        return vertx;
    }

    /** A pool as a service instance has one; its sessions can be told by this name. */
    Pool pool(String applicationName) {
        String[] hostAndPort = address.split(":", -1);
        PgConnectOptions options = new PgConnectOptions()
                .setHost(hostAndPort[0])
                .setPort(Integer.parseInt(hostAndPort[1]))
                .setDatabase(name)
                .setUser("postgres")
                .setPassword("postgres")
                .addProperty("application_name", applicationName);
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + name, "postgres", "postgres");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = connect();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Ends the sessions of this name, as a crash of the instance or the server's idle timeout would. */
    void disconnect(String applicationName) throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + applicationName
                + "' AND datname = '" + name + "'");
    }

    /** What {@link Outbox#append} does, in the transaction of this connection. */
    static void append(Connection connection, OutboxEvent event) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO outbox (event_id, topic, event_key, type, data_schema, event_time, payload)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, event.id());
            insert.setString(2, event.topic());
            insert.setString(3, event.key());
            insert.setString(4, event.type());
            insert.setString(5, event.dataSchema());
            insert.setTimestamp(6, Timestamp.from(event.time()));
            insert.setBytes(7, event.payload());
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
