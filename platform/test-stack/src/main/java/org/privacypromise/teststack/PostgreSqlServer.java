package org.privacypromise.teststack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real PostgreSQL 18 on the loopback interface, from binaries on the class path; no Docker, also as root.
 *
 * <p>{@link #durable} keeps its data in a folder and flushes every commit to disk, as production does; {@link
 * #throwaway} trades durability for speed and leaves nothing behind.
 */
public final class PostgreSqlServer implements AutoCloseable {

    /** The superuser of an embedded server; it listens on loopback only and trusts local connections. */
    public static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private PostgreSqlServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server for tests on a free port; its data is gone when it is closed. */
    public static PostgreSqlServer throwaway() throws IOException {
        return new PostgreSqlServer(builder()
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .start());
    }

    /**
     * Starts a server on this port whose data in {@code folder} survives a kill -9 (fsync and synchronous_commit on).
     *
     * @param password the superuser's, if an earlier start has made the server ask for one; a new server trusts
     */
    public static PostgreSqlServer durable(Path folder, int port, String password) throws IOException {
        return new PostgreSqlServer(builder()
                .setConnectConfig("password", password)
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start());
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB");
    }

    public int port() {
        return server.getPort();
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {
        PostgreSqlResource.createDatabase("127.0.0.1:" + port(), name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
