package org.privacypromise.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.privacypromise.teststack.PostgreSqlServer;

/** The program that holds PostgreSQL: a durable server on which everybody shows a password. */
final class PostgreSqlPart {

    private static final String ACCESS = """
            # Written by the local stack: initdb's own file trusts everybody on this machine.
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            """;

    private PostgreSqlPart() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Site site = Site.in(Path.of(arguments[0]));
        Path data = site.data(Parts.POSTGRESQL);
        unpackInto(site.target("deploy/local").resolve("postgresql"));
        String password = site.secrets().password("database/postgres");
        PostgreSqlServer.durable(data, site.ports().of(Parts.POSTGRESQL), password);
        try (var superuser = Databases.asSuperuser(site, PostgreSqlServer.USER)) {
            Databases.create(superuser, site.secrets());
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
            try (var sql = superuser.createStatement()) {
                sql.execute("SELECT pg_reload_conf()");
            }
        }
        // The server stops itself when this JVM is told to stop.
        Thread.currentThread().join();
    }

    /** Once for all stacks of this repository. What an interrupted start has left half unpacked would be in the way. */
    private static void unpackInto(Path folder) throws IOException {
        System.setProperty("ot.epg.working-dir", folder.toString());
        Files.createDirectories(folder);
        try (var files = Files.find(folder, 2, (file, attributes) -> file.endsWith(".exists"))) {
            if (files.findAny().isEmpty()) {
                StateFolder.deleteTree(folder);
            }
        }
    }
}
