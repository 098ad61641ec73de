package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.EventType;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.subjecttasks.SubjectRefs;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Consents of the time before. */
@QuarkusTest
class ImportIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HEADER =
            "customerId,contactRef,purpose,channel,brand,allowed,decidedAt,noticeVersion,language,source,reference\n";

    @Inject
    AgroalDataSource database;

    @Inject
    SubjectRefs refs;

    private final String customer = "c-" + UUID.randomUUID();
    private final String other = "c-" + UUID.randomUUID();

    @Test
    void choices_are_taken_over_with_their_evidence_and_the_systems_are_told() throws SQLException {
        // When
        JsonPath done = imported(HEADER
                + optIn(customer, "email", "2024-05-01")
                + optOut(customer, "sms", "2023-02-01")
                + optIn(other, "email", "2024-05-01"));

        // Then
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getLong("subjects")).isEqualTo(2);
        assertThat(done.getLong("outcomes.OPT_IN")).isEqualTo(2);
        assertThat(done.getLong("outcomes.OPT_OUT")).isEqualTo(1);
        assertThat(allowed(customer, "email")).isTrue();
        assertThat(allowed(customer, "sms")).isFalse();
        assertThat(since(customer, "email")).isEqualTo("2024-05-01T00:00:00Z");
        PreferencesState told = KafkaProbe.awaitEvent(
                EventType.PREFERENCES_STATE, PreferencesState.class, "c:" + customer, state -> state.version() == 3);
        assertThat(told.allows("marketing-main", "email", "main")).isTrue();
        assertThat(told.allows("marketing-main", "sms", "main")).isFalse();
        await().atMost(SOON).until(() -> changes(customer).size() == 2);
        assertThat(changes(customer)).extracting(ChoicesChanged::version).containsExactly(2L, 3L);
        assertThat(changes(customer)).extracting(ChoicesChanged::source).containsOnly(ChoicesChanged.Source.IMPORT);
        assertThat(text("SELECT string_agg(details ->> 'reference', ',') FROM consent_record WHERE key = 'c:" + customer
                        + "'"))
                .isEqualTo("CRM 7");
        assertThat(brokenChains()).isZero();
        me(customer).get("/preferences/receipts/2").then().statusCode(200);
        me(customer).get("/preferences/at?time=" + Instant.now()).then().statusCode(200);
    }

    @Test
    void the_same_file_twice_is_the_same_as_once() throws SQLException {
        String file = HEADER + optIn(customer, "email", "2024-05-01") + optOut(customer, "sms", null);
        imported(file);
        String version = text("SELECT version FROM preferences WHERE key = 'c:" + customer + "'");

        JsonPath again = imported(file);

        assertThat(again.getLong("outcomes.UNCHANGED")).isEqualTo(2);
        assertThat(again.getLong("subjects")).isZero();
        assertThat(text("SELECT version FROM preferences WHERE key = 'c:" + customer + "'"))
                .isEqualTo(version);
    }

    @Test
    void what_was_chosen_here_stays_and_nobody_is_opted_in_against_their_no() {
        // Given
        choose(customer, "email", false);
        choose(customer, "sms", true);

        // When
        JsonPath done =
                imported(HEADER + optIn(customer, "email", "2024-05-01") + optOut(customer, "sms", "2024-05-01"));

        // Then
        assertThat(done.getLong("outcomes.EARLIER_NO_KEPT")).isEqualTo(1);
        assertThat(done.getLong("outcomes.NEWER_CHOICE_KEPT")).isEqualTo(1);
        assertThat(allowed(customer, "email")).isFalse();
        assertThat(allowed(customer, "sms")).isTrue();
    }

    @Test
    void whoever_has_switched_everything_off_is_not_switched_on() {
        // Given
        choose(customer, "email", false);
        me(customer)
                .contentType("application/json")
                .body("{\"allowed\": false, \"language\": \"en\"}")
                .put("/preferences/everything")
                .then()
                .statusCode(200);

        // When
        JsonPath done = imported(HEADER + optIn(customer, "sms", "2024-05-01"));

        // Then
        assertThat(done.getLong("outcomes.EARLIER_NO_KEPT")).isEqualTo(1);
        assertThat(allowed(customer, "sms")).isFalse();
    }

    @Test
    void a_refusal_at_a_contact_point_is_one_of_its_customers_and_keeps_them_out() {
        // Given
        String ref = contactPointOf(customer);

        // When
        JsonPath done = imported(HEADER
                + ",%s,marketing-main,email,main,false,2020-01-01,,,,\n".formatted(ref)
                + optIn(customer, "email", "2019-05-01"));
        JsonPath later = imported(HEADER + optIn(customer, "email", "2024-05-01"));

        // Then
        assertThat(done.getLong("outcomes.OPT_OUT")).isEqualTo(2);
        assertThat(later.getLong("outcomes.EARLIER_NO_KEPT")).isEqualTo(1);
        assertThat(allowed(customer, "email")).isFalse();
    }

    @Test
    void nobody_who_was_erased_comes_back_and_the_no_of_a_contact_point_is_kept() throws SQLException {
        // Given
        String ref = "1." + "a".repeat(21) + "A";
        for (String key : List.of("c:" + customer, "p:" + ref)) {
            sql("INSERT INTO erased_subject (subject_ref, erased_at) VALUES ('" + refs.refOf(key)
                    + "', now()) ON CONFLICT DO NOTHING");
        }

        // When
        JsonPath done = imported(
                HEADER + optOut(customer, "email", null) + ",%s,marketing-main,email,main,false,,,,,\n".formatted(ref));

        // Then
        assertThat(done.getLong("outcomes.ERASED")).isEqualTo(2);
        assertThat(text("SELECT count(*) FROM preferences WHERE key IN ('c:" + customer + "', 'p:" + ref + "')"))
                .isEqualTo("0");
        assertThat(text("SELECT reason FROM suppression WHERE contact_ref = '" + ref + "'"))
                .isEqualTo("IMPORT");
    }

    @Test
    void a_dry_run_tells_what_it_would_do_and_what_is_wrong_and_can_then_be_applied() throws SQLException {
        // When
        String id = upload(
                        "text/csv",
                        "?dryRun=true",
                        HEADER + optIn(customer, "email", "2024-05-01")
                                + optOut(customer, "no-such-channel", null)
                                + customer + ",,marketing-main,sms,main,true,,,,,\n"
                                + "ada@example.org,,marketing-main,sms,main,false,,,,,\n"
                                + "\"open\n")
                .statusCode(202)
                .header("Location", containsString("/imports/"))
                .extract()
                .path("importId");
        JsonPath checked = awaitState(id, "checked");

        // Then
        assertThat(checked.getLong("linesReceived")).isEqualTo(6);
        assertThat(checked.getLong("linesInvalid")).isEqualTo(4);
        assertThat(checked.getLong("outcomes.OPT_IN")).isEqualTo(1);
        assertThat(checked.getLong("subjects")).isEqualTo(1);
        assertThat(text("SELECT count(*) FROM preferences WHERE key = 'c:" + customer + "'"))
                .isEqualTo("0");
        String faults = operator()
                .get("/imports/" + id + "/faults")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(faults)
                .startsWith(
                        "line,field,fault\r\n3,purpose,\"this purpose does not use this channel for this brand\"\r\n")
                .contains("4,decidedAt,", "4,reference,", "5,customerId,", "6,line,")
                .doesNotContain("ada@");

        // When
        operator().post("/imports/" + id + "/application").then().statusCode(202);
        JsonPath done = awaitState(id, "done");

        // Then
        assertThat(done.getLong("outcomes.OPT_IN")).isEqualTo(1);
        assertThat(allowed(customer, "email")).isTrue();
        operator()
                .post("/imports/" + id + "/application")
                .then()
                .statusCode(202)
                .body("state", equalTo("done"));
        await().atMost(SOON)
                .until(() -> text("SELECT count(*) FROM legacy_import_line WHERE import_id = '" + id + "'")
                        .equals("0"));
    }

    @Test
    void ndjson_says_the_same() {
        JsonPath done = awaitState(
                upload("application/x-ndjson", "", """
                        {"customerId":"%s","purpose":"marketing-main","channel":"email","brand":"main","allowed":false}
                        {"customerId":"%s","purpose":"marketing-main","channel":"sms","brand":"main","allowed":"false","address":"x"}
                        {"customerId":{"a":1}}
                        [1]
                        """.formatted(customer, customer))
                        .statusCode(202)
                        .extract()
                        .path("importId"),
                "done");

        assertThat(done.getLong("outcomes.OPT_OUT")).isEqualTo(1);
        assertThat(done.getLong("linesInvalid")).isEqualTo(3);
    }

    @Test
    void a_file_that_is_none_is_refused_with_the_columns_there_are() {
        upload("text/csv", "", "who,what\n1,2\n")
                .statusCode(422)
                .body("type", endsWith(":not-an-import"))
                .body("detail", containsString("customerId, contactRef, purpose"));
        upload("application/json", "", "{}").statusCode(415);
        given().contentType("text/csv").body(HEADER).post("/imports").then().statusCode(401);
        me(customer)
                .contentType("text/csv")
                .body(HEADER)
                .post("/imports")
                .then()
                .statusCode(403);
        operator().get("/imports/" + UUID.randomUUID()).then().statusCode(404);
        operator().get("/imports?limit=5").then().statusCode(200);
    }

    @Test
    void an_upload_that_was_cut_off_goes_on_where_it_was_and_only_with_the_same_file() throws SQLException {
        // Given
        String first = HEADER + optIn(customer, "email", "2024-05-01");
        String id = upload("text/csv", "", first).statusCode(202).extract().path("importId");
        awaitState(id, "done");
        sql("UPDATE legacy_import SET state = 'RECEIVING', finished_at = NULL, received_at = NULL WHERE id = '" + id
                + "'");

        // When
        operator()
                .contentType("text/csv")
                .body("x" + first)
                .put("/imports/" + id + "/lines")
                .then()
                .statusCode(409)
                .body("type", endsWith(":import-differs"));
        operator()
                .contentType("text/csv")
                .body(first + optOut(customer, "sms", null))
                .put("/imports/" + id + "/lines")
                .then()
                .statusCode(202)
                .body("linesReceived", equalTo(3));

        // Then
        JsonPath done = awaitState(id, "done");
        assertThat(done.getLong("outcomes.OPT_OUT")).isEqualTo(1);
        operator()
                .contentType("text/csv")
                .body(first)
                .put("/imports/" + id + "/lines")
                .then()
                .statusCode(409)
                .body("type", endsWith(":import-not-open"));
    }

    @Test
    void one_that_was_interrupted_goes_on_behind_the_last_line_that_is_done() throws SQLException {
        // Given
        String id = upload(
                        "text/csv",
                        "?dryRun=true",
                        HEADER + optIn(customer, "email", "2024-05-01") + optIn(other, "email", "2024-05-01"))
                .extract()
                .path("importId");
        awaitState(id, "checked");

        // When
        sql(
                "UPDATE legacy_import SET state = 'RUNNING', dry_run = false, applied_up_to = 2, outcomes = '{\"OPT_IN\": 1}',"
                        + " subjects = 1, finished_at = NULL WHERE id = '" + id + "'");

        // Then
        JsonPath done = awaitState(id, "done");
        assertThat(done.getLong("outcomes.OPT_IN")).isEqualTo(2);
        assertThat(done.getLong("subjects")).isEqualTo(2);
        assertThat(text("SELECT count(*) FROM preferences WHERE key = 'c:" + customer + "'"))
                .isEqualTo("0");
        assertThat(allowed(other, "email")).isTrue();
    }

    @Test
    void one_that_cannot_go_on_is_put_aside_seen_and_tried_again_and_holds_up_no_other() throws SQLException {
        // Given a staged line that the database will refuse
        String bad = upload("text/csv", "?dryRun=true", HEADER + optOut(customer, "email", "2024-05-01"))
                .extract()
                .path("importId");
        awaitState(bad, "checked");
        sql("UPDATE legacy_import_line SET key = 'x:" + customer + "' WHERE import_id = '" + bad + "'");

        // When
        operator().post("/imports/" + bad + "/application").then().statusCode(202);
        JsonPath failed = awaitState(bad, "failed");
        imported(HEADER + optOut(other, "email", "2024-05-01"));

        // Then
        assertThat(failed.getString("failure")).contains("SQLSTATE 23514").doesNotContain(customer);
        assertThat(allowed(other, "email")).isFalse();
        assertThat(operator().get("/imports/" + bad).jsonPath().getString("state"))
                .isEqualTo("failed");

        // When what was wrong is mended
        sql("UPDATE legacy_import_line SET key = 'c:" + customer + "' WHERE import_id = '" + bad + "'");
        sql("UPDATE legacy_import SET next_attempt_at = now() WHERE id = '" + bad + "'");

        // Then
        JsonPath done = awaitState(bad, "done");
        assertThat(done.getString("failure")).isNull();
        assertThat(done.getLong("outcomes.OPT_OUT")).isEqualTo(1);
    }

    @Test
    void whoever_changes_something_before_the_systems_are_told_has_all_versions_told_in_their_order()
            throws SQLException {
        // Given
        sql("INSERT INTO preferences (key, version, created_at, changed_at, choices) VALUES ('c:" + customer
                + "', 1, now(), now(), '{\"list\": []}')");
        // The job that tells passes over whom somebody else has locked.
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            imported(HEADER + optOut(customer, "sms", "2023-02-01") + optIn(customer, "email", "2024-05-01"));
            connection.setAutoCommit(false);
            statement.execute("UPDATE preferences SET untold_from = 2 WHERE key = 'c:" + customer + "'");
            connection.commit();
            connection.setAutoCommit(true);
        }

        // When
        choose(customer, "email", false);

        // Then
        await().atMost(SOON).until(() -> changes(customer).stream().anyMatch(change -> change.version() == 4));
        List<Long> versions =
                changes(customer).stream().map(ChoicesChanged::version).toList();
        assertThat(versions).endsWith(2L, 3L, 4L);
        assertThat(KafkaProbe.events(EventType.PREFERENCES_STATE, PreferencesState.class, "c:" + customer).stream()
                        .map(PreferencesState::version))
                .isSorted();
    }

    @Test
    void many_lines_come_in_pieces_and_none_is_lost() throws SQLException {
        String run = UUID.randomUUID().toString().substring(0, 8);
        String lines = IntStream.range(0, 25_000)
                .mapToObj(i -> "m%s-%d,,marketing-main,%s,main,false,2021-01-01,,,,\n"
                        .formatted(run, i / 2, i % 2 == 0 ? "email" : "sms"))
                .collect(Collectors.joining());

        JsonPath done = imported(HEADER + lines);

        assertThat(done.getLong("linesReceived")).isEqualTo(25_001);
        assertThat(done.getLong("outcomes.OPT_OUT")).isEqualTo(25_000);
        assertThat(text("SELECT count(*) FROM preferences WHERE key LIKE 'c:m" + run + "-%'"))
                .isEqualTo("12500");
        assertThat(text("SELECT count(*) FROM consent_record WHERE key LIKE 'c:m" + run + "-%'"))
                .isEqualTo("12500");
        assertThat(brokenChains()).isZero();
        sql("UPDATE preferences SET untold_from = NULL WHERE key LIKE 'c:m" + run + "-%'");
    }

    private long brokenChains() throws SQLException {
        return Long.parseLong(text("SELECT count(*) FROM consent_record AS record"
                + " WHERE hash <> ledger_link(previous_hash, consent_record_canonical(record))"));
    }

    private static String optIn(String customer, String channel, String day) {
        return "%s,,marketing-main,%s,main,true,%s,2023-01,de,checkout,CRM 7\n".formatted(customer, channel, day);
    }

    private static String optOut(String customer, String channel, @org.jspecify.annotations.Nullable String day) {
        return "%s,,marketing-main,%s,main,false,%s,,,,\n".formatted(customer, channel, day == null ? "" : day);
    }

    private JsonPath imported(String file) {
        return awaitState(upload("text/csv", "", file).statusCode(202).extract().path("importId"), "done");
    }

    private static ValidatableResponse upload(String type, String query, String file) {
        return operator()
                .contentType(type)
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/imports" + query)
                .then();
    }

    private static JsonPath awaitState(String id, String state) {
        await().atMost(SOON)
                .until(() -> state.equals(operator().get("/imports/" + id).path("state")));
        return operator().get("/imports/" + id).jsonPath();
    }

    private static List<ChoicesChanged> changes(String customer) {
        return KafkaProbe.events(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + customer);
    }

    private String contactPointOf(String customer) {
        String ref = "1." + UUID.randomUUID().toString().replace("-", "").substring(0, 21) + "A";
        KafkaProbe.publish(
                EventType.CONTACT_POINT_RECORDED.topic(),
                new ContactPointRecorded(customer, 2, ref, ContactPointRecorded.Kind.EMAIL, true, Instant.now()));
        await().atMost(SOON)
                .until(() -> text("SELECT count(*) FROM contact_link WHERE contact_ref = '" + ref + "'")
                        .equals("1"));
        return ref;
    }

    private boolean allowed(String customer, String channel) {
        return me(customer).get("/preferences").jsonPath().getBoolean(choice(channel) + ".allowed");
    }

    private String since(String customer, String channel) {
        return me(customer).get("/preferences").jsonPath().getString(choice(channel) + ".since");
    }

    private static String choice(String channel) {
        return "choices.find { it.purpose == 'marketing-main' && it.channel == '%s' && it.brand == 'main' }"
                .formatted(channel);
    }

    private void choose(String customer, String channel, boolean allowed) {
        me(customer)
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", channel, "main", allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private String text(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RequestSpecification me(String customer) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign());
    }

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .role("operator")
                        .sign());
    }
}
