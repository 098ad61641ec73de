package org.privacypromise.preferences.legacyimport;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.privacypromise.preferences.legacyimport.line.ImportLine;

/**
 * Applies the imports whose lines are all here, one after the other, some thousand lines a transaction. How far it has
 * come is committed with what it has done, so whoever is killed goes on where they were; and only one instance at a time
 * does so, as long as its connection lives. Blocks, on a worker thread.
 */
@ApplicationScoped
class RunImports {

    private static final Logger LOG = Logger.getLogger(RunImports.class);
    /** Customers who come or go wait for one such transaction at most. */
    private static final int CHUNK = 5_000;

    private static final Duration KEEP_UNUSED = Duration.ofDays(7);

    private final DataSource database;
    private final ImportRepository imports;
    private final ApplyLines applyLines;
    private final Clock clock;
    private volatile boolean stopping;

    RunImports(DataSource database, ImportRepository imports, ApplyLines applyLines, Clock clock) {
        this.database = database;
        this.imports = imports;
        this.applyLines = applyLines;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1s", identity = "run-imports", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runAll() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (LegacyImport due : imports.due(connection)) {
                if (!stopping && lock(connection, due.id(), "pg_try_advisory_lock")) {
                    try {
                        run(connection, due.id());
                    } finally {
                        lock(connection, due.id(), "pg_advisory_unlock");
                    }
                }
            }
        }
    }

    private static boolean lock(Connection connection, UUID id, String function) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT " + function + "(hashtextextended(?, 9))")) {
            lock.setString(1, id.toString());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void run(Connection connection, UUID id) throws SQLException {
        LegacyImport running = imports.find(id).orElseThrow();
        if (running.state() != ImportState.RECEIVED && running.state() != ImportState.RUNNING) {
            return;
        }
        long startedAt = System.nanoTime();
        long after = running.appliedUpTo();
        for (long upTo = after; !stopping; after = upTo) {
            upTo = applyChunk(connection, running, after);
            if (upTo == after) {
                // Before the state says that it is over: whoever is killed in between finds nothing left to apply.
                imports.move(
                        id,
                        ImportState.RUNNING,
                        running.dryRun() ? ImportState.CHECKED : ImportState.DONE,
                        clock.instant());
                LOG.infof(
                        "Import %s is %s after %d ms",
                        id, running.dryRun() ? "checked" : "applied", (System.nanoTime() - startedAt) / 1_000_000);
                return;
            }
        }
    }

    /** Up to which line; no further if there is none left. */
    private long applyChunk(Connection connection, LegacyImport running, long after) throws SQLException {
        connection.setAutoCommit(false);
        try {
            ImportRepository.flushLater(connection);
            lookUpByIndex(connection);
            List<ImportLine> lines = imports.lines(connection, running.id(), after, CHUNK);
            long upTo = lines.isEmpty() ? after : lines.getLast().number();
            ApplyLines.Applied applied = applyLines.apply(connection, running, lines);
            imports.progress(connection, running.id(), upTo, applied.subjects(), applied.counts());
            connection.commit();
            return upTo;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Tables grow faster here than their statistics: whoever believes that they are small would read all of them. */
    private static void lookUpByIndex(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SET LOCAL enable_seqscan = off")) {
            set.execute();
        }
    }

    @Scheduled(
            every = "10s",
            identity = "forget-import-lines",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        imports.abandon(clock.instant().minus(KEEP_UNUSED), clock.instant());
        boolean more = true;
        while (more && !stopping) {
            more = imports.forgetLines(clock.instant().minus(KEEP_UNUSED), 20_000);
        }
    }
}
