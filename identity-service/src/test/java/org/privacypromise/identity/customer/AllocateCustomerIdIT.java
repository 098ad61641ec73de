package org.privacypromise.identity.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.AccountLinked;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.events.Event;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.account.KeycloakAdmin;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
@RealParts
class AllocateCustomerIdIT {

    KeycloakAdmin keycloak;

    @Test
    void the_first_purchase_gets_an_id_and_its_repeat_the_same_one() {
        // Given
        String reference = Shop.newReference();
        String email = Shop.newEmail();

        // When
        Response first = Shop.buy(reference, email);
        Response repeat = Shop.buy(reference, " " + email.toUpperCase(java.util.Locale.ROOT));

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(first.path("customerId").toString()).matches("[0-9a-v]{26}");
        assertThat(repeat.asString()).isEqualTo(first.asString());
    }

    @Test
    void fifty_reports_at_once_make_one_customer() throws Exception {
        String reference = Shop.newReference();
        String email = Shop.newEmail();

        List<Response> answers = Together.times(50, () -> Shop.buy(reference, email));

        assertThat(answers)
                .extracting(answer -> answer.path("customerId").toString())
                .containsOnly(answers.getFirst().path("customerId").toString());
        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .containsEntry(201, 1L)
                .containsEntry(200, 49L);
        String customerId = answers.getFirst().path("customerId");
        assertThat(IdentityEvents.of(customerId, 2)).hasSize(2);
    }

    @Test
    void a_reference_is_each_checkouts_own() {
        String reference = Shop.newReference();
        String email = Shop.newEmail();

        String customerId = Shop.buy(reference, email).path("customerId");

        Shop.report(Shop.checkout().client("marketplace-checkout"), reference, null, email)
                .then()
                .statusCode(201)
                .body("customerId", not(equalTo(customerId)));
    }

    @Test
    void the_same_address_in_another_purchase_is_another_customer() {
        String email = Shop.newEmail();

        String one = Shop.buy(Shop.newReference(), email).path("customerId");
        String other = Shop.buy(Shop.newReference(), email).path("customerId");

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void the_same_account_is_the_same_customer_also_at_once() throws Exception {
        String account = keycloak.register(Shop.newEmail(), true);

        List<Response> answers =
                Together.times(10, () -> Shop.buySignedIn(account, Shop.newReference(), Shop.newEmail()));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.path("customerId").toString())
                        .distinct())
                .hasSize(1);
        answers.getFirst().then().body("linkToken", nullValue());

        // Each address is one more fact about the customer; no version is skipped or used twice
        String customerId = answers.getFirst().path("customerId");
        assertThat(IdentityEvents.of(customerId, 12))
                .extracting(Event::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        Awaitility.await()
                .untilAsserted(() -> assertThat(keycloak.user(account)
                                .at("/attributes/customer_id/0")
                                .asText())
                        .isEqualTo(customerId));
    }

    @Test
    void a_purchase_reported_with_other_content_is_refused() {
        String reference = Shop.newReference();
        String email = Shop.newEmail();
        Shop.buy(reference, email).then().statusCode(201);

        for (Response differing : List.of(
                Shop.buy(reference, Shop.newEmail()),
                Shop.buy(reference, email, Shop.newEmail()),
                Shop.buySignedIn("account-x", reference, email))) {
            differing
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:privacy-promise:problem:purchase-differs"));
        }
    }

    @Test
    void the_others_are_told_in_order_and_without_the_address() {
        String email = Shop.newEmail();
        String account = keycloak.register(email, true);

        String customerId =
                Shop.buySignedIn(account, Shop.newReference(), email, email).path("customerId");

        List<Event> events = IdentityEvents.of(customerId, 3);
        assertThat(events)
                .hasExactlyElementsOfTypes(CustomerIdAllocated.class, ContactPointRecorded.class, AccountLinked.class);
        assertThat(events).extracting(Event::version).containsExactly(1L, 2L, 3L);
        assertThat((ContactPointRecorded) events.get(1)).satisfies(recorded -> {
            assertThat(recorded.verified()).isFalse();
            assertThat(recorded.kind()).isEqualTo(ContactPointRecorded.Kind.EMAIL);
            assertThat(recorded.contactRef()).startsWith("1.");
        });
    }

    @Test
    void a_phone_number_is_a_contact_point_too() {
        String reference = Shop.newReference();
        given().auth()
                .oauth2(Shop.checkout().sign())
                .contentType(ContentType.JSON)
                .body("{\"purchaseReference\":\"" + reference
                        + "\",\"contactPoints\":[{\"kind\":\"PHONE\",\"value\":\"+44 20 7946 0000\"}]}")
                .post("/customers")
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_no_contact_point_is_named_but_not_repeated() {
        Shop.buy(Shop.newReference(), "jo@example.org", "secret at example.org")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:privacy-promise:problem:invalid-content"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/contactPoints/1/value"))
                .body("errors[0].detail", containsString("such as name@example.org"))
                .body(not(containsString("secret")));
    }

    @Test
    void customer_care_finds_customers_by_what_they_gave() {
        // Given
        String email = Shop.newEmail();
        String one = Shop.buy(Shop.newReference(), email).path("customerId");
        String other = Shop.buy(Shop.newReference(), email).path("customerId");

        // When, then
        given().auth()
                .oauth2(Tokens.forService("identity-service")
                        .role("customer-care")
                        .sign())
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"EMAIL\",\"value\":\"" + email + "\"}")
                .post("/customers/by-contact-point")
                .then()
                .statusCode(200)
                .body("customers", hasSize(2))
                .body("customers.customerId", hasItem(one))
                .body("customers.customerId", hasItem(other))
                .body(not(containsString(email)));
    }
}
