package org.privacypromise.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.privacypromise.local.LocalStack;

/** Under what conditions it was measured: how durable, and on what. */
record Settings(Map<String, String> values) {

    private static final List<String> OF_THE_DATABASE = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_level",
            "wal_sync_method",
            "shared_buffers",
            "max_wal_size");

    /** @throws IllegalStateException if a commit would not be flushed to disk: such numbers mean nothing */
    static Settings of(LocalStack stack) {
        Map<String, String> values = new LinkedHashMap<>();
        try (Connection database = stack.admin();
                Statement sql = database.createStatement()) {
            for (String name : OF_THE_DATABASE) {
                try (var row = sql.executeQuery("SHOW " + name)) {
                    row.next();
                    values.put("postgresql." + name, row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database's settings cannot be read", e);
        }
        for (String needed : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!"on".equals(values.get("postgresql." + needed))) {
                throw new IllegalStateException(needed + " is not on");
            }
        }
        values.put("kafka", "one broker, acks=all, transactions, read_committed");
        values.put("jvm", Runtime.version() + ", SerialGC, -Xmx512m, tiered compilation up to C2");
        values.put(
                "cores",
                Runtime.getRuntime().availableProcessors()
                        + ", shared by load generator, service, limit, PostgreSQL and Kafka");
        return new Settings(values);
    }

    String inWords() {
        StringBuilder words = new StringBuilder();
        values.forEach((name, value) -> words.append("  %-32s %s%n".formatted(name, value)));
        return words.toString();
    }
}
