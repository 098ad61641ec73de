package org.privacypromise.identity.customer;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.teststack.Tokens;

/** A shop's checkout and the people in front of it, as they call this service. */
public final class Shop {

    private Shop() {}

    public static String newEmail() {
        return "jo." + UUID.randomUUID() + "@example.org";
    }

    public static String newReference() {
        return "order-" + UUID.randomUUID();
    }

    public static Tokens checkout() {
        return Tokens.forService("identity-service")
                .client("checkout")
                .subject("service-account-checkout")
                .role("checkout");
    }

    public static Tokens customer(String account) {
        return Tokens.forService("identity-service").role("customer").subject(account);
    }

    /** A purchase by somebody who is not signed in. */
    public static Response buy(String reference, String... emails) {
        return report(checkout(), reference, null, emails);
    }

    public static Response buySignedIn(String account, String reference, String... emails) {
        return report(checkout(), reference, account, emails);
    }

    public static Response report(Tokens token, String reference, @Nullable String account, String... emails) {
        String contactPoints = Stream.of(emails)
                .map("{\"kind\":\"EMAIL\",\"value\":\"%s\"}"::formatted)
                .collect(Collectors.joining(","));
        return given().auth()
                .oauth2(token.sign())
                .contentType(ContentType.JSON)
                .body("{\"purchaseReference\":\"%s\",\"contactPoints\":[%s]%s}"
                        .formatted(
                                reference, contactPoints, account == null ? "" : ",\"accountId\":\"" + account + "\""))
                .post("/customers");
    }

    public static Response link(String account, @Nullable String linkToken) {
        return given().auth()
                .oauth2(customer(account).sign())
                .contentType(ContentType.JSON)
                .body(linkToken == null ? "{}" : "{\"linkToken\":\"" + linkToken + "\"}")
                .post("/me/link");
    }

    public static Response me(String account) {
        return given().auth().oauth2(customer(account).sign()).get("/me");
    }
}
