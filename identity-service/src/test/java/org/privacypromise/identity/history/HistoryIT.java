package org.privacypromise.identity.history;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.identity.Database;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.account.KeycloakAdmin;
import org.privacypromise.identity.customer.Shop;
import org.privacypromise.identity.mail.MailServer;
import org.privacypromise.identity.verification.Guest;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
@RealParts
class HistoryIT {

    MailServer mails;

    KeycloakAdmin keycloak;

    private final String email = Shop.newEmail();

    @BeforeEach
    void nobody_has_asked_for_anything() {
        Database.change("DELETE FROM budget");
    }

    private static ValidatableResponse history(String customerId) {
        return given().auth()
                .oauth2(Tokens.forService("identity-service")
                        .customer(customerId)
                        .sign())
                .get("/me/verifications")
                .then();
    }

    @Test
    void customers_see_who_verified_as_them_and_who_tried() {
        // Given a proven address, one success, and one failure
        Response bought = Shop.buy(Shop.newReference(), email);
        String customerId = bought.path("customerId");
        Shop.link(keycloak.register(email, true), bought.path("linkToken"))
                .then()
                .statusCode(200);
        String good = Guest.start(email).path("verificationId");
        Guest.answer(good, Guest.codeIn(mails.to(email, 1).getFirst())).then().statusCode(200);
        String bad = Guest.start(email, "erasure-request", null).path("verificationId");
        String code = Guest.codeIn(mails.to(email, 2).getLast());
        for (int i = 0; i < 5; i++) {
            Guest.answer(bad, Guest.wrong(code)).then().statusCode(422);
        }
        Guest.start(email, "package-download", "request-1").then().statusCode(202);

        // Then
        history(customerId)
                .statusCode(200)
                .body("outcome", contains("OPEN", "FAILED", "VERIFIED"))
                .body("purpose", contains("package-download", "erasure-request", "access-request"))
                .body("contactPoint", contains("j…@e….org", "j…@e….org", "j…@e….org"))
                .body(not(containsString(email)));
    }

    @Test
    void an_attempt_at_an_address_that_nobody_has_proven_is_not_shown_before_it_succeeds() {
        // Given
        String customerId = Shop.buy(Shop.newReference(), email).path("customerId");
        String id = Guest.start(email).path("verificationId");
        history(customerId).body("$", hasSize(0));

        // When
        Guest.answer(id, Guest.codeIn(mails.to(email, 1).getFirst())).then().statusCode(200);

        // Then
        history(customerId).body("$", hasSize(1)).body("[0].outcome", equalTo("VERIFIED"));
    }

    @Test
    void nobody_sees_anothers() {
        String customerId = Shop.buy(Shop.newReference(), email).path("customerId");
        String id = Guest.start(email).path("verificationId");
        Guest.answer(id, Guest.codeIn(mails.to(email, 1).getFirst())).then().statusCode(200);

        String another = Shop.buy(Shop.newReference(), Shop.newEmail()).path("customerId");

        history(another).statusCode(200).body("$", hasSize(0));
        history(customerId).body("$", hasSize(1));
    }

    @Test
    void an_account_without_a_customer_has_no_history() {
        given().auth()
                .oauth2(Shop.customer("account-without-customer").sign())
                .get("/me/verifications")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:privacy-promise:problem:not-linked"));
    }
}
