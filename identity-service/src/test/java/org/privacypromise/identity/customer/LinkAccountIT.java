package org.privacypromise.identity.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.AccountLinked;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.Event;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.account.KeycloakAdmin;

@QuarkusTest
@RealParts
class LinkAccountIT {

    KeycloakAdmin keycloak;

    private final String email = Shop.newEmail();

    @AfterEach
    void keycloak_is_back() {
        keycloak.away(false);
        keycloak.readOnly(false);
    }

    @Test
    void whoever_bought_and_verified_the_address_is_linked() {
        // Given
        Response bought = Shop.buy(Shop.newReference(), email);
        String customerId = bought.path("customerId");
        String account = keycloak.register(email, true);
        ObjectNode before = keycloak.user(account).deepCopy();

        // When
        Response linked = Shop.link(account, bought.path("linkToken"));

        // Then
        linked.then()
                .statusCode(200)
                .body("customerId", equalTo(customerId))
                .body("effective", equalTo(true))
                .body("next", equalTo("Refresh the access token: it will name the customer."));
        before.withObject("/attributes").putArray("customer_id").add(customerId);
        assertThat(keycloak.user(account))
                .as("nothing else about the account changed")
                .isEqualTo(before);
        List<Event> events = IdentityEvents.of(customerId, 4);
        assertThat(events.get(2))
                .isInstanceOfSatisfying(
                        ContactPointRecorded.class,
                        recorded -> assertThat(recorded.verified()).isTrue());
        assertThat(events.get(3)).isInstanceOf(AccountLinked.class);
        assertThat(events).extracting(Event::version).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void linking_again_changes_nothing() {
        String account = keycloak.register(email, true);
        Response bought = Shop.buy(Shop.newReference(), email);
        Response another = Shop.buy(Shop.newReference(), email);
        String customerId = Shop.link(account, bought.path("linkToken")).path("customerId");

        Shop.link(account, null).then().statusCode(200).body("customerId", equalTo(customerId));
        Shop.link(account, another.path("linkToken")).then().statusCode(200).body("customerId", equalTo(customerId));

        assertThat(IdentityEvents.of(customerId, 4)).hasSize(4);
    }

    @Test
    void an_unverified_address_links_nothing() {
        Response bought = Shop.buy(Shop.newReference(), email);
        String account = keycloak.register(email, false);

        Shop.link(account, bought.path("linkToken"))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:privacy-promise:problem:email-not-verified"));
        Shop.me(account).then().body("linked", equalTo(false));
    }

    @Test
    void every_other_refusal_looks_the_same() {
        // Given a purchase, and one that is linked already
        Response bought = Shop.buy(Shop.newReference(), email);
        String token = bought.path("linkToken");
        String taken = Shop.newEmail();
        Response boughtByAnother = Shop.buy(Shop.newReference(), taken);
        Shop.link(keycloak.register(taken, true), boughtByAnother.path("linkToken"))
                .then()
                .statusCode(200);

        // When
        List<Response> refusals = Stream.of(
                        Shop.link(keycloak.register(email, true), null),
                        Shop.link(keycloak.register(email, true), "1.forged"),
                        Shop.link(keycloak.register(email, true), token.substring(0, token.length() - 6) + "AAAAAA"),
                        // Bought by another address
                        Shop.link(keycloak.register(Shop.newEmail(), true), token),
                        // Linked to another account
                        Shop.link(keycloak.register(taken, true), boughtByAnother.path("linkToken")))
                .toList();

        // Then
        assertThat(refusals).extracting(Response::statusCode).containsOnly(409);
        assertThat(refusals.stream().map(Response::asString).distinct()).hasSize(1);
        refusals.getFirst().then().body("type", equalTo("urn:privacy-promise:problem:nothing-to-link"));
    }

    @Test
    void two_accounts_with_one_token_at_once_link_one() throws Exception {
        Response bought = Shop.buy(Shop.newReference(), email);
        String token = bought.path("linkToken");
        List<String> accounts =
                Stream.generate(() -> keycloak.register(email, true)).limit(8).toList();

        List<Response> answers = Together.all(accounts, account -> () -> Shop.link(account, token));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(7);
    }

    @Test
    void one_account_with_two_tokens_at_once_links_one() throws Exception {
        String account = keycloak.register(email, true);
        List<String> tokens = Stream.generate(() -> Shop.buy(Shop.newReference(), email))
                .limit(8)
                .map(bought -> bought.<String>path("linkToken"))
                .toList();

        List<Response> answers = Together.all(tokens, token -> () -> Shop.link(account, token));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("customerId"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_link_that_cannot_be_written_yet_is_kept_and_takes_effect_later() {
        // Given
        Response bought = Shop.buy(Shop.newReference(), email);
        String account = keycloak.register(email, true);
        keycloak.readOnly(true);

        // When
        Response linked = Shop.link(account, bought.path("linkToken"));

        // Then
        linked.then().statusCode(202).body("effective", equalTo(false));
        Shop.me(account).then().body("linked", equalTo(true)).body("logOns[0].effective", equalTo(false));

        // When
        keycloak.readOnly(false);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(keycloak.user(account)
                                .at("/attributes/customer_id/0")
                                .asText())
                        .isEqualTo(bought.path("customerId")));
        Awaitility.await().untilAsserted(() -> Shop.me(account).then().body("logOns[0].effective", equalTo(true)));
    }

    @Test
    void a_purchase_does_not_wait_for_the_identity_provider() {
        String account = keycloak.register(email, true);
        keycloak.away(true);

        Shop.buySignedIn(account, Shop.newReference(), email).then().statusCode(201);
        Shop.link(keycloak.register(email, true), null)
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:privacy-promise:problem:temporarily-unavailable"));
    }

    @Test
    void the_customer_sees_what_is_known() {
        String account = keycloak.register(email, true);
        Shop.me(account)
                .then()
                .statusCode(200)
                .body("linked", equalTo(false))
                .body("customerId", nullValue())
                .body("contactPoints", hasSize(0));

        Response bought = Shop.buy(Shop.newReference(), email);
        Shop.link(account, bought.path("linkToken"));

        Shop.me(account)
                .then()
                .statusCode(200)
                .body("linked", equalTo(true))
                .body("customerId", equalTo(bought.path("customerId")))
                .body("contactPoints[0].kind", equalTo("EMAIL"))
                .body("contactPoints[0].masked", equalTo("j…@e….org"))
                .body("contactPoints[0].verified", equalTo(true))
                .body("logOns[0].effective", equalTo(true));
    }
}
