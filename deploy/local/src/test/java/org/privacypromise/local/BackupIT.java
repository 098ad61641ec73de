package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part's database is copied and taken back; a part is frozen. PostgreSQL is real, the part is a small stand-in. */
class BackupIT {

    @TempDir
    private static Path folder;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.startBeside(folder.resolve("state"), BackupIT::parts, line -> {});
    }

    private static List<Part> parts(Site site) {
        Part postgresql = part(site, "postgresql");
        Part smtp = part(site, "smtp");
        return List.of(postgresql, new Part("preferences", Set.of("postgresql"), smtp.command(), smtp.healthy()));
    }

    private static Part part(Site site, String name) {
        return Parts.infrastructure(site).stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void nothing_may_be_left() {
        stack.stop();
        assertThat(Processes.of(folder)).isEmpty();
    }

    @BeforeEach
    void one_fact() throws SQLException {
        run("DROP TABLE IF EXISTS fact", "CREATE TABLE fact (words text)", "INSERT INTO fact VALUES ('before')");
    }

    @Test
    void a_database_goes_back_to_what_it_was_at_its_backup_and_the_part_runs_again() throws SQLException {
        // Given
        stack.backup("preferences");
        assertThat(stack.status()).allMatch(PartStatus::healthy);
        run("UPDATE fact SET words = 'after'");

        // When: somebody is still connected
        try (Connection reader = asOwner()) {
            assertThat(facts(reader)).containsExactly("after");
            stack.restore("preferences");
        }

        // Then
        assertThat(stack.status()).allMatch(PartStatus::healthy);
        assertThat(facts()).containsExactly("before");
    }

    @Test
    void only_the_last_backup_counts() throws SQLException {
        stack.backup("preferences");
        run("UPDATE fact SET words = 'later'");
        stack.backup("preferences");
        run("UPDATE fact SET words = 'too late'");

        stack.restore("preferences");

        assertThat(facts()).containsExactly("later");
    }

    @Test
    void a_part_that_is_stopped_stays_stopped() throws SQLException {
        stack.stop("preferences");

        stack.backup("preferences");
        run("DROP TABLE fact");
        stack.restore("preferences");

        assertThat(stack.status())
                .filteredOn(PartStatus::healthy)
                .extracting(PartStatus::name)
                .containsExactly("postgresql");
        assertThat(facts()).containsExactly("before");
        stack.start("preferences");
    }

    @Test
    void a_restored_database_and_its_backup_open_to_no_stranger() {
        stack.backup("preferences");
        stack.restore("preferences");

        for (String database : List.of("preferences", "preferences_backup")) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + stack.port("postgresql") + "/" + database,
                            stack.databaseUser("orders"),
                            stack.secret("database/orders")))
                    .as(database)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void without_a_backup_nothing_is_touched() throws SQLException {
        try (Connection admin = stack.admin();
                var sql = admin.createStatement()) {
            sql.execute("DROP DATABASE IF EXISTS preferences_backup");
        }

        assertThatThrownBy(() -> stack.restore("preferences"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("no backup of preferences");

        assertThat(facts()).containsExactly("before");
        assertThat(stack.status()).allMatch(PartStatus::healthy);
    }

    @Test
    void the_superuser_sees_every_table_of_a_part() throws SQLException {
        try (Connection admin = stack.admin("preferences")) {
            assertThat(facts(admin)).containsExactly("before");
        }
    }

    @Test
    void a_frozen_part_answers_nothing_until_it_goes_on() {
        stack.pause("preferences");
        assertThat(stack.status())
                .filteredOn(PartStatus::healthy)
                .extracting(PartStatus::name)
                .containsExactly("postgresql");

        stack.resume("preferences");
        assertThat(stack.status()).allMatch(PartStatus::healthy);
    }

    @Test
    void a_frozen_part_can_be_stopped() {
        stack.pause("preferences");
        long began = System.nanoTime();

        stack.stop("preferences");

        assertThat((System.nanoTime() - began) / 1e9).as("seconds").isLessThan(10);
        stack.start("preferences");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection database = asOwner();
                var sql = database.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static List<String> facts() throws SQLException {
        try (Connection database = asOwner()) {
            return facts(database);
        }
    }

    private static List<String> facts(Connection database) throws SQLException {
        List<String> facts = new ArrayList<>();
        try (var sql = database.createStatement();
                var rows = sql.executeQuery("SELECT words FROM fact")) {
            while (rows.next()) {
                facts.add(rows.getString(1));
            }
        }
        return facts;
    }

    private static Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                stack.jdbcUrl("preferences"), stack.databaseUser("preferences"), stack.secret("database/preferences"));
    }
}
