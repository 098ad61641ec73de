package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.teststack.Tokens;

/** A service holds an address, and nothing else is known of whoever reads there. */
@QuarkusTest
class SuppressionCheckIT {

    @Inject
    BlindIndex index;

    @Inject
    AgroalDataSource database;

    private final String address = UUID.randomUUID() + "@example.org";
    private final String client = "client-" + UUID.randomUUID();

    @Test
    void an_address_that_never_had_an_account_is_found_by_its_no() {
        // Given
        check(address).then().statusCode(200).body("suppressed", empty());
        unsubscribe(reference());

        // Then, however it is typed
        check("  " + address.toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("suppressed", hasSize(1))
                .body("suppressed[0].purpose", equalTo("marketing-marketplace"))
                .body("suppressed[0].channel", equalTo("email"))
                .body("suppressed[0].brand", equalTo("marketplace"))
                .body("suppressed[0].because", equalTo("refused"))
                .body(not(containsString("example.org")));
    }

    @Test
    void what_is_left_of_somebody_who_was_erased_is_found() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO suppression VALUES ('%s', 'feedback', 'email', 'main', now(), 'ERASURE')"
                    .formatted(reference()));
        }

        check(address)
                .then()
                .body("suppressed", hasSize(1))
                .body("suppressed[0].purpose", equalTo("feedback"))
                .body("suppressed[0].because", equalTo("suppressed"));
    }

    @Test
    void a_client_checks_so_many_a_minute_and_no_more() {
        // Given a client that has used all but two
        check(address)
                .then()
                .header("RateLimit-Policy", "\"checks\";q=600;w=60")
                .header("RateLimit", matchesPattern("\"checks\";r=59\\d;t=60"));
        use(client, "now() + interval '59.7 seconds'");
        check(address).then().statusCode(200);

        // When
        use(client, "now() + interval '62 seconds'");
        Response refused = check(address);

        // Then
        refused.then()
                .statusCode(429)
                .body("type", endsWith(":too-many-checks"))
                .header("Retry-After", "1")
                .header("RateLimit", "\"checks\";r=0;t=1");
        check(address, client + "-other").then().statusCode(200);
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> check(address).statusCode() == 200);
    }

    @Test
    void it_is_for_services_and_for_addresses() {
        given().contentType("application/json")
                .body("{}")
                .post("/suppression-checks")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(Map.of("kind", "EMAIL", "value", address))
                .post("/suppression-checks")
                .then()
                .statusCode(403);
        assertThat(check("ada at home").then().statusCode(422).extract().asString())
                .contains("/value")
                .doesNotContain("ada at home");
    }

    private String reference() {
        return index.of(ContactPoint.parse(ContactPoint.Kind.EMAIL, PersonalText.of(address), null))
                .toString();
    }

    private Response check(String typed) {
        return check(typed, client);
    }

    private static Response check(String typed, String client) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .client(client)
                        .role("service")
                        .sign())
                .contentType("application/json")
                .body(Map.of("kind", "EMAIL", "value", typed))
                .post("/suppression-checks");
    }

    private void use(String whose, String until) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE check_budget SET used_until = %s WHERE client = '%s'".formatted(until, whose));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unsubscribe(String ref) {
        String link = given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(Map.of(
                        "contactRef", ref,
                        "purpose", "marketing-marketplace",
                        "channel", "email",
                        "brand", "marketplace"))
                .post("/unsubscribe-links")
                .path("url");
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(URI.create(link).getPath())
                .then()
                .statusCode(200);
    }
}
