package org.privacypromise.identity.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.identity.Database;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.customer.Shop;
import org.privacypromise.identity.customer.Together;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
@RealParts
class BudgetIT {

    // As in the configuration's defaults.
    private static final int TO_ONE_FROM_ONE = 10;
    private static final int FROM_ONE = 100;

    private final String email = Shop.newEmail();

    @BeforeEach
    @AfterEach
    void nobody_has_asked_for_anything() {
        Database.change("DELETE FROM budget");
    }

    @Test
    void one_address_gets_ten_codes_at_once_also_in_parallel() throws Exception {
        List<Response> answers = Together.times(30, () -> Guest.start(email));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                .hasSize(TO_ONE_FROM_ONE);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .hasSize(30 - TO_ONE_FROM_ONE);
        assertThat(Database.text("SELECT count(*) FROM verification WHERE contact_ref = ?", contactRef(email)))
                .as("what was refused left nothing behind")
                .isEqualTo(Integer.toString(TO_ONE_FROM_ONE));
    }

    private static String contactRef(String address) {
        return nameAsSystem("orders", address).path("contactRef");
    }

    @Test
    void a_refusal_says_when_to_try_again_and_is_the_same_for_known_and_unknown() {
        // Given
        String known = Shop.newEmail();
        Shop.buy(Shop.newReference(), known).then().statusCode(201);

        // When
        Response ofKnown = refusal(known);
        Response ofUnknown = refusal(email);

        // Then
        ofKnown.then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:privacy-promise:problem:too-many-attempts"));
        assertThat(Long.parseLong(ofKnown.header("Retry-After"))).isBetween(300L, 360L);
        assertThat(ofKnown.asString()).isEqualTo(ofUnknown.asString());
        assertThat(names(ofKnown)).isEqualTo(names(ofUnknown));
    }

    private static Response refusal(String address) {
        return Stream.generate(() -> Guest.start(address))
                .limit(50)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(Header::getName)
                .sorted()
                .toList();
    }

    @Test
    void a_resend_costs_as_much_as_a_start() {
        String id = Guest.start(email).path("verificationId");

        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(i -> Guest.resend(id).statusCode())
                .toList();

        assertThat(answers.stream().filter(status -> status == 202)).hasSize(TO_ONE_FROM_ONE - 1);
        assertThat(answers).endsWith(429);
    }

    @Test
    void one_caller_gets_a_hundred_codes_whatever_the_addresses() throws Exception {
        List<Response> answers = Together.times(FROM_ONE + 20, () -> Guest.start(Shop.newEmail()));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 202))
                .hasSize(FROM_ONE);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .hasSize(20);
        // What a proxy would say is not believed
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", "198.51.100.7")
                .header("Forwarded", "for=198.51.100.7")
                .body("{\"contactPoint\":{\"kind\":\"EMAIL\",\"value\":\"" + email
                        + "\"},\"purpose\":\"access-request\"}")
                .post("/verifications")
                .then()
                .statusCode(429);
    }

    @Test
    void no_address_and_no_contact_reference_stands_in_the_counts() {
        Guest.start(email).then().statusCode(202);

        assertThat(Database.texts("SELECT scope FROM budget"))
                .hasSize(4)
                .allSatisfy(scope -> assertThat(scope).matches("1\\.[A-Za-z0-9_-]{43}"));
    }

    @Test
    void a_system_may_name_only_so_many_contact_points_a_minute() {
        nameAsSystem("orders", email).then().statusCode(200);
        Database.change("UPDATE budget SET used_until = now() + interval '61 seconds'");

        nameAsSystem("orders", email)
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:privacy-promise:problem:too-many-attempts"));
        nameAsSystem("marketing", email).then().statusCode(200);
    }

    private static Response nameAsSystem(String client, String address) {
        return given().auth()
                .oauth2(Tokens.forService("identity-service").system(client).sign())
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"EMAIL\",\"value\":\"" + address + "\"}")
                .post("/contact-refs");
    }
}
