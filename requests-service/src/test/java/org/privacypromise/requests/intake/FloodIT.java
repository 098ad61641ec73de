package org.privacypromise.requests.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;

@QuarkusTest
@TestProfile(FloodIT.FewAtOnce.class)
class FloodIT {

    @Test
    void a_flood_of_guests_is_held_up_and_customers_are_not() {
        // Given
        String verification = Facts.newVerification();
        for (int i = 0; i < 2; i++) {
            Customers.askAsGuest(Facts.newVerification(), "ACCESS").then().statusCode(202);
        }

        // When
        Response refused = Customers.askAsGuest(verification, "ACCESS");

        // Then
        refused.then().statusCode(429).body("type", equalTo("urn:privacy-promise:problem:too-many-requests"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        assertThat(Database.column("SELECT id FROM request WHERE verification_id = ?", verification))
                .isEmpty();
        Customers.ask(Customers.newCustomer(), "ACCESS").then().statusCode(201);
    }

    @Test
    void the_clock_answers_a_hundred_at_once_and_says_then_when_to_come_again() {
        for (int i = 0; i < 100; i++) {
            given().get("/deadlines?received=2026-11-25").then().statusCode(200);
        }
        given().get("/deadlines?received=2026-11-25")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:privacy-promise:problem:too-many-requests"));
    }

    public static final class FewAtOnce implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "privacy.requests.guest-burst",
                    "2",
                    "privacy.requests.guest-pause",
                    "1h",
                    "privacy.clock.pause",
                    "1h");
        }
    }
}
