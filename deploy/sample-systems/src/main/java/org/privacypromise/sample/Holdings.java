package org.privacypromise.sample;

import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that this system holds about people, and what it does about it for a task. */
final class Holdings {

    private final String system;
    private final List<SubjectData> parts = new CopyOnWriteArrayList<>();
    private final InstantSource clock;

    Holdings(String system, InstantSource clock) {
        this.system = system;
        this.clock = clock;
    }

    Holdings with(SubjectData part) {
        parts.add(part);
        return this;
    }

    void prepare() throws SQLException {
        for (SubjectData part : parts) {
            part.prepare();
        }
    }

    /** In the caller's transaction, in which the answer is stored, too. */
    TaskAnswer answer(Connection connection, Task task) throws Exception {
        return switch (task.operation()) {
            case Task.ACCESS -> export(connection, task);
            case Task.ERASURE -> erase(connection, task);
            case Task.PROBE -> probe(connection, task);
            case Task.RELEASE -> release(connection, task);
            default -> TaskAnswer.failed("unknown-operation", clock.instant());
        };
    }

    private TaskAnswer export(Connection connection, Task task) throws Exception {
        MessageDigest digest = sha256();
        boolean nothing;
        try (var document = new SubjectDocument(
                system, new DigestOutputStream(TaskDocuments.write(connection, task.taskId()), digest))) {
            for (SubjectData part : parts) {
                part.export(connection, task, document);
            }
            nothing = document.isEmpty();
        }
        if (nothing) {
            TaskDocuments.delete(connection, task.taskId());
            return TaskAnswer.nothingHeld(clock.instant());
        }
        return TaskAnswer.handedOver(HexFormat.of().formatHex(digest.digest()), clock.instant());
    }

    private TaskAnswer erase(Connection connection, Task task) throws SQLException {
        Instant now = clock.instant();
        boolean held = false;
        var kept = new ArrayList<TaskAnswer.Kept>();
        for (SubjectData part : parts) {
            var erasure = part.erase(connection, task, day(now));
            held |= erasure.heldAnything();
            kept.addAll(erasure.kept());
        }
        return held ? TaskAnswer.erased(List.copyOf(kept), now) : TaskAnswer.nothingHeld(now);
    }

    private TaskAnswer probe(Connection connection, Task task) throws SQLException {
        long found = 0;
        for (SubjectData part : parts) {
            found += part.leftovers(connection, task);
        }
        return TaskAnswer.probed(found, clock.instant());
    }

    private TaskAnswer release(Connection connection, Task task) throws SQLException {
        boolean held = false;
        for (SubjectData part : parts) {
            held |= part.release(connection, task);
        }
        return held ? TaskAnswer.erased(List.of(), clock.instant()) : TaskAnswer.nothingHeld(clock.instant());
    }

    /** Erases what was kept for a time that is over. */
    void letGo(Connection connection) throws SQLException {
        for (SubjectData part : parts) {
            part.letGo(connection, day(clock.instant()));
        }
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has it", e);
        }
    }
}
