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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.privacypromise.frame.WithoutMessages;
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

    private static final Set<ImportState> RUNNABLE =
            EnumSet.of(ImportState.RECEIVED, ImportState.RUNNING, ImportState.FAILED);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);
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
        for (LegacyImport due : imports.due(clock.instant())) {
            if (!stopping) {
                runOrPutAside(due.id());
            }
        }
    }

    /** What is wrong with one import holds up no other. */
    private void runOrPutAside(UUID id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (lock(connection, id, "pg_try_advisory_lock")) {
                try {
                    run(connection, id);
                } finally {
                    lock(connection, id, "pg_advisory_unlock");
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(WithoutMessages.of(e), "Import %s could not go on and is tried again in a minute", id);
            imports.fail(id, inWords(e), clock.instant().plus(BETWEEN_ATTEMPTS));
        }
    }

    /** Without the fault's own words, which may quote a line. */
    private static String inWords(Exception fault) {
        String code = fault instanceof SQLException refused && refused.getSQLState() != null
                ? "the database refused it, SQLSTATE " + refused.getSQLState()
                : fault.getClass().getSimpleName();
        return "The lines behind appliedUpTo could not be applied (" + code + "); the log says where.";
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
        boolean ours = RUNNABLE.contains(running.state())
                && imports.move(id, running.state(), ImportState.RUNNING, clock.instant());
        if (!ours) {
            return;
        }
        long startedAt = System.nanoTime();
        long from = running.appliedUpTo();
        try (Beside<List<ImportLine>> reading = new Beside<>(() -> imports.lines(id, from, CHUNK))) {
            for (List<ImportLine> lines = reading.result(); !stopping; lines = reading.result()) {
                if (lines.isEmpty()) {
                    finish(running, startedAt);
                    return;
                }
                long upTo = lines.getLast().number();
                reading.next(() -> imports.lines(id, upTo, CHUNK));
                applyChunk(connection, running, lines);
            }
        }
    }

    /** Before the state says that it is over: whoever is killed in between finds nothing left to apply. */
    private void finish(LegacyImport running, long startedAt) throws SQLException {
        imports.move(
                running.id(),
                ImportState.RUNNING,
                running.dryRun() ? ImportState.CHECKED : ImportState.DONE,
                clock.instant());
        LOG.infof(
                "Import %s is %s after %d ms",
                running.id(), running.dryRun() ? "checked" : "applied", (System.nanoTime() - startedAt) / 1_000_000);
    }

    private void applyChunk(Connection connection, LegacyImport running, List<ImportLine> lines) throws SQLException {
        connection.setAutoCommit(false);
        try {
            ImportRepository.flushLater(connection);
            lookUpByIndex(connection);
            ApplyLines.Applied applied = applyLines.apply(connection, running, lines);
            imports.progress(connection, running.id(), lines.getLast().number(), applied.subjects(), applied.counts());
            connection.commit();
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
