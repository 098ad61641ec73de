package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Which systems keep up. */
@QuarkusTest
class PropagationReportIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    AgroalDataSource database;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private final String customer = "c-" + UUID.randomUUID();
    private final String key = "c:" + customer;

    @Test
    void durations_are_counted_by_system() {
        // Given
        change(true);
        int before = of("orders").getInt("acknowledged");
        Instant changedAt = Instant.parse(me().getString("changedAt"));

        // When
        acknowledge("orders", 2, changedAt.plusSeconds(30));

        // Then
        await().atMost(SOON)
                .until(() -> of("orders").getInt("acknowledged") > before
                        && of("orders").getLong("maxMillis") >= 29_000);
        JsonPath orders = of("orders");
        assertThat(orders.getString("target")).isEqualTo("PT1M");
        assertThat(orders.getLong("p50Millis"))
                .isLessThanOrEqualTo(orders.getLong("p95Millis"))
                .isLessThanOrEqualTo(orders.getLong("maxMillis"));
        assertThat(metrics()).contains("preferences_propagation_lag_seconds_count{system=\"orders\"");
    }

    @Test
    void what_is_not_acknowledged_in_time_is_overdue_and_an_alert_until_it_is() throws SQLException {
        // Given
        change(true);
        acknowledge("orders", 2, Instant.now());
        await().atMost(SOON).until(() -> me().getInt("propagation.done") == 1);

        // When
        sql("UPDATE preferences SET changed_at = now() - interval '5 min' WHERE key = '" + key + "'");
        sql(
                "UPDATE propagation_status SET seen_at = '-infinity', seen_key = '', known_since = now() - interval '1 day'");

        // Then
        await().atMost(SOON).until(() -> open() == 1);
        await().atMost(SOON).until(() -> of("marketing").getLong("overdue") > 0);
        assertThat(of("marketing").getBoolean("behind")).isTrue();
        assertThat(of("marketing").getLong("backlog"))
                .isGreaterThanOrEqualTo(of("marketing").getLong("overdue"));
        assertThat(Instant.parse(of("marketing").getString("oldestOpenSince")))
                .isBefore(Instant.now().minusSeconds(240));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(metrics())
                        .contains("preferences_propagation_behind{system=\"marketing\"} 1.0")
                        .containsPattern("preferences_propagation_overdue\\{system=\"marketing\"} [1-9]"));
        assertThat(me().getString("propagation.systems.find { it.system == 'marketing' }.state"))
                .isEqualTo("overdue");
        assertThat(me().getString("propagation.text"))
                .isEqualTo("1 of 2 systems have your last change; Marketing late, and we are following it up.");

        // When
        acknowledge("marketing", 2, Instant.now());

        // Then
        await().atMost(SOON).until(() -> open() == 0);
        assertThat(me().getInt("propagation.done")).isEqualTo(2);
    }

    @Test
    void whoever_is_erased_is_waited_for_no_longer() throws SQLException {
        change(true);
        sql("UPDATE preferences SET changed_at = now() - interval '5 min' WHERE key = '" + key + "'");
        sql("UPDATE propagation_status SET seen_at = '-infinity', seen_key = ''");
        await().atMost(SOON).until(() -> open() == 2);

        sql("DELETE FROM preferences WHERE key = '" + key + "'");

        assertThat(open()).isZero();
    }

    @Test
    void only_operators_see_it() {
        given().get("/propagation").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .get("/propagation")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(operator())
                .get("/propagation?hours=0")
                .then()
                .statusCode(422)
                .contentType(containsString("problem+json"));
        given().auth()
                .oauth2(operator())
                .get("/propagation?hours=1")
                .then()
                .statusCode(200)
                .body("systems.system", equalTo(List.of("orders", "marketing")));
    }

    private long open() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM propagation_open WHERE key = '" + key + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void change(boolean allowed) {
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), "marketing-main", "email", "main", allowed))
                .patch("/preferences")
                .then()
                .statusCode(200);
    }

    private void acknowledge(String system, long version, Instant effectiveFrom) {
        KafkaProbe.publish("preferences.acks." + system + ".v1", new ChoicesAcknowledged(key, version, effectiveFrom));
    }

    private JsonPath of(String system) {
        return given().auth()
                .oauth2(operator())
                .get("/propagation")
                .jsonPath()
                .setRootPath("systems.find { it.system == '" + system + "' }");
    }

    private JsonPath me() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .get("/preferences")
                .jsonPath();
    }

    private String metrics() {
        return given().get(metrics).asString();
    }

    private static String operator() {
        return Tokens.forService("preferences-service").role("operator").sign();
    }
}
