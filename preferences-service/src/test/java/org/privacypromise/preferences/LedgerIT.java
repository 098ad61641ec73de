package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.ledgerverifier.LedgerVerifier;
import org.privacypromise.subjecttasks.SubjectRefs;
import org.privacypromise.teststack.Tokens;

/** What the ledger promises, checked by the verifier over what the service exports. */
@QuarkusTest
class LedgerIT {

    /** Both compute what a record's hash has to be; here is every record for which they disagree. */
    private static final String WRONG_HASHES = """
            SELECT count(*) FROM consent_record AS record
             WHERE hash <> ledger_link(previous_hash, consent_record_canonical(record))""";

    private static final String WRONG_HEADS = """
            SELECT count(*) FROM preferences
             WHERE key = '%s' AND ledger_head IS DISTINCT FROM (
                 SELECT hash FROM consent_record WHERE key = preferences.key ORDER BY version DESC LIMIT 1)""";

    @TempDir
    Path folder;

    @Inject
    AgroalDataSource database;

    @Inject
    SubjectRefs subjects;

    private final String customer = "c-" + UUID.randomUUID();
    private final String key = "c:" + customer;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void everything_that_was_chosen_is_in_a_ledger_that_verifies() throws Exception {
        // Given
        choose(customer, "email", true);
        choose(customer, "sms", true);
        choose(customer, "email", false);

        // Then
        String ledger = export("");
        assertThat(ledger.lines().filter(line -> line.contains(key))).hasSize(3);
        assertThat(verify(ledger)).as(this::said).isZero();
        assertThat(said()).contains("All heads are signed, by key 1");
        assertThat(count(WRONG_HASHES)).isZero();
        assertThat(count(WRONG_HEADS.formatted(key))).isZero();
    }

    @Test
    void one_subjects_part_verifies_and_shows_nobody_else() throws Exception {
        // Given
        choose(customer, "email", true);
        String other = "c-" + UUID.randomUUID();
        choose(other, "email", true);
        export("");
        choose(customer, "email", false);

        // Then
        String ledger = export("?key=" + key);
        assertThat(verify(ledger)).as(this::said).isZero();
        assertThat(said()).contains("2 records of " + key + " alone");
        assertThat(ledger).doesNotContain(other);
        assertThat(verify(ledger.replace("\"allowed\":true", "\"allowed\":false")))
                .isEqualTo(1);
    }

    @Test
    void what_is_altered_in_the_database_is_found_and_named() throws Exception {
        // Given
        choose(customer, "email", true);
        choose(customer, "email", false);
        String evidence = "SET language = '%s' WHERE key = '" + key + "' AND version = 2";
        run("UPDATE consent_record " + evidence.formatted("fr"), true);

        // When
        int verdict = verify(export(""));

        // Then
        run("UPDATE consent_record " + evidence.formatted("en"), true);
        assertThat(verdict).isEqualTo(1);
        assertThat(said()).contains("(" + key + ", version 2) is not what was recorded");
        assertThat(verify(export(""))).isZero();
    }

    @Test
    void nobody_alters_evidence_by_the_ordinary_way() throws Exception {
        choose(customer, "email", true);
        export("");

        assertThat(refused("UPDATE consent_record SET language = 'fr' WHERE key = '" + key + "'"))
                .contains("append-only");
        assertThat(refused("DELETE FROM ledger_head")).contains("append-only");
        assertThat(refused("UPDATE ledger_head SET records = 1")).contains("append-only");
    }

    @Test
    void a_record_that_is_committed_after_one_with_a_higher_id_is_not_forgotten() throws Exception {
        String late = "c:late-" + UUID.randomUUID();
        try (Connection slow = database.getConnection();
                Statement statement = slow.createStatement()) {
            // Given: it has its ID, and its transaction goes on
            slow.setAutoCommit(false);
            statement.execute(insert(late, 2));
            choose(customer, "email", true);

            // Then: what comes behind it is not signed past it
            String meanwhile = export("");
            assertThat(meanwhile).doesNotContain(late).doesNotContain(key);
            assertThat(verify(meanwhile)).as(this::said).isZero();
            slow.commit();
        }
        String afterwards = export("");
        assertThat(afterwards).contains(late, key);
        assertThat(verify(afterwards)).as(this::said).isZero();
    }

    @Test
    void a_writer_that_knows_nothing_of_chains_has_its_records_chained() throws Exception {
        // Given: as the version before this one writes, which may still run
        choose(customer, "email", true);
        run(insert(key, 3), false);
        run("UPDATE preferences SET version = 3 WHERE key = '" + key + "'", false);

        // When
        choose(customer, "email", false);

        // Then
        assertThat(count(WRONG_HASHES)).isZero();
        assertThat(count(WRONG_HEADS.formatted(key))).isZero();
        assertThat(verify(export("?key=" + key))).as(this::said).isZero();
        assertThat(said()).contains("3 records of");
    }

    @Test
    void a_long_ledger_is_signed_in_pieces_and_streamed() throws Exception {
        // Given
        String prefix = "c:many-" + UUID.randomUUID();
        run("""
                INSERT INTO consent_record (key, version, recorded_at, source, actor, notice_version, language, changes)
                SELECT '%s-' || i %% 100, 2 + i / 100, now(), 'CUSTOMER', 'many', '1.0.0', 'en', '{"list": []}'
                  FROM generate_series(0, 10999) AS i ORDER BY i""".formatted(prefix), false);

        // Then
        String ledger = export("");
        assertThat(ledger.lines().filter(line -> line.contains(prefix))).hasSize(11_000);
        assertThat(verify(ledger)).as(this::said).isZero();
        assertThat(verify(export("?key=" + prefix + "-42"))).as(this::said).isZero();
        assertThat(said()).contains("110 records of");
    }

    @Test
    void what_is_erased_when_its_time_is_over_leaves_a_ledger_that_verifies() throws Exception {
        // Given: one of the two was signed already
        choose(customer, "email", true);
        export("");
        choose(customer, "email", false);

        // When
        run("DELETE FROM consent_record WHERE key = '" + key + "'", false);

        // Then
        String ledger = export("");
        assertThat(ledger).doesNotContain(customer).contains("\"type\":\"released\"");
        assertThat(verify(ledger)).as(this::said).isZero();
    }

    @Test
    void an_erasure_changes_nothing_in_the_ledger() throws Exception {
        // Given
        choose(customer, "email", true);
        choose(customer, "email", false);
        String before = export("?key=" + key);

        // When: the choices are gone, and the evidence has a last day
        run("DELETE FROM preferences WHERE key = '" + key + "'", false);
        run("UPDATE consent_record SET release_on = '2032-03-02' WHERE key = '" + key + "'", false);

        // Then
        String after = export("?key=" + key);
        assertThat(after.lines().skip(1))
                .containsExactlyElementsOf(before.lines().skip(1).toList());
        assertThat(verify(after)).as(this::said).isZero();
        assertThat(verify(export(""))).as(this::said).isZero();
    }

    @Test
    void evidence_goes_on_where_it_ended_if_the_choices_were_gone_meanwhile() throws Exception {
        // Given
        choose(customer, "email", true);
        run("DELETE FROM preferences WHERE key = '" + key + "'", false);

        // When
        choose(customer, "email", false).then().body("version", equalTo(4));

        // Then
        assertThat(verify(export("?key=" + key))).as(this::said).isZero();
        assertThat(said()).contains("2 records of " + key);
    }

    @Test
    void many_changes_at_once_still_make_one_chain() throws Exception {
        // Given
        try (var clients = Executors.newFixedThreadPool(10)) {
            clients.invokeAll(IntStream.range(0, 40)
                            .<Callable<Response>>mapToObj(i -> () -> choose(customer, "email", i % 2 == 0))
                            .toList())
                    .forEach(answer ->
                            assertThat(answer.resultNow().statusCode()).isEqualTo(200));
        }

        // Then
        assertThat(verify(export("?key=" + key))).as(this::said).isZero();
        assertThat(count(WRONG_HEADS.formatted(key))).isZero();
    }

    @Test
    void heads_and_keys_are_everybodys_and_name_nobody() throws Exception {
        // Given
        choose(customer, "email", true);
        export("");

        // Then
        given().get("/ledger/keys")
                .then()
                .statusCode(200)
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].kid", equalTo("1"));
        given().get("/ledger/heads?limit=1")
                .then()
                .statusCode(200)
                .body("heads.sequence", equalTo(List.of(1)))
                .header("Link", startsWith("<"))
                .header("Link", endsWith("rel=\"next\""));
        Response heads = given().get("/ledger/heads?limit=200");
        heads.then().body("heads.records", everyItem(lessThan(10_001)));
        assertThat(verify(
                        export(""),
                        "--heads",
                        file("heads.json", heads.asString()).toString()))
                .as(this::said)
                .isZero();
    }

    @Test
    void records_are_for_the_privacy_team_and_operators_and_every_look_is_noted() throws Exception {
        given().get("/ledger/export").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .get("/ledger/export")
                .then()
                .statusCode(403);
        as("operator").get("/ledger/export").then().statusCode(200);
        as("privacy-team").get("/ledger/export?key=nobody").then().statusCode(422);

        as("privacy-team").header("X-Purpose", "complaint 12").get("/ledger/export?key=" + key);
        assertThat(count("SELECT count(*) FROM evidence_access WHERE subject_ref = '" + subjects.refOf(key)
                        + "' AND purpose = 'complaint 12' AND what = 'ledger-export' AND account = 'account-1'"))
                .isEqualTo(1);
    }

    @Test
    void records_from_before_there_was_a_chain_are_chained_by_the_update() throws Exception {
        // Given: a database of the version before
        String schema = "before_" + UUID.randomUUID().toString().replace('-', '_');
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("db/migration")
                .outOfOrder(true)
                .target("2")
                .load()
                .migrate();
        for (int subject = 1; subject <= 3; subject++) {
            run(
                    "INSERT INTO " + schema + ".preferences VALUES ('c:" + subject
                            + "', 4, now(), now(), '{\"list\": []}')",
                    false);
            for (int version = 2; version <= 4; version++) {
                run(insert("c:" + subject, version).replace("consent_record", schema + ".consent_record"), false);
            }
        }

        // When
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("db/migration")
                .outOfOrder(true)
                .load()
                .migrate();

        // Then
        try (Connection connection = database.getConnection()) {
            connection.setSchema(schema);
            assertThat(count(connection, WRONG_HASHES)).isZero();
            assertThat(count(connection, WRONG_HEADS.formatted("c:1"))).isZero();
            assertThat(count(connection, "SELECT count(DISTINCT hash) FROM consent_record"))
                    .isEqualTo(9);
            assertThat(count(connection, """
                    SELECT count(*) FROM consent_record AS next JOIN consent_record AS last
                        ON next.key = last.key AND next.version = last.version + 1 AND next.previous_hash = last.hash""")).isEqualTo(6);
            connection.setSchema("public");
        }
        run("DROP SCHEMA " + schema + " CASCADE", false);
    }

    @Test
    void a_head_is_signed_without_anybody_asking() throws Exception {
        // The test's interval is short; nobody exports anything here.
        choose(customer, "email", true);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count(
                                "SELECT count(*) FROM ledger_head WHERE up_to_id >= (SELECT max(id) FROM consent_record WHERE key = '"
                                        + key + "')")
                        > 0);
        given().get("/ledger/heads?limit=200").then().body("heads.sequence", hasItem(1));
    }

    private static String insert(String key, long version) {
        return """
                INSERT INTO consent_record (key, version, recorded_at, source, actor, notice_version, language, changes)
                VALUES ('%s', %d, now(), 'CUSTOMER', 'somebody', '1.0.0', 'en', '{"list": [{"cell": {"purpose":
                    "marketing-main", "channel": "sms", "brand": "größe"}, "allowed": true}]}')""".formatted(key, version);
    }

    private Response choose(String customer, String channel, boolean allowed) {
        Response answer = given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", channel, "main", allowed))
                .patch("/preferences");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service").role(role).sign());
    }

    private static String export(String query) {
        Response answer = as("privacy-team").get("/ledger/export" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return answer.asString();
    }

    private int verify(String ledger, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                file("ledger.ndjson", ledger).toString(),
                "--keys",
                file("keys.json", given().get("/ledger/keys").asString()).toString()));
        arguments.addAll(List.of(options));
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new LedgerVerifier(out, out).run(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return count(connection, query);
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String change, boolean asTheOwner) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(asTheOwner ? "SET session_replication_role = replica" : "SELECT 1");
            statement.execute(change);
            statement.execute("SET session_replication_role = DEFAULT");
        }
    }

    private String refused(String change) {
        try {
            run(change, false);
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
