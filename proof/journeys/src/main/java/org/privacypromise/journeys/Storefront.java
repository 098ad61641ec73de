package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.local.LocalStack;
import org.privacypromise.local.SignIn;

/** What the shop does for one customer: its server as the client {@code checkout}, its page with the customer's token. */
final class Storefront {

    /** Below the token's life of five minutes. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final LocalStack stack;
    private final Account account;
    private SignIn.@Nullable Tokens tokens;
    private Instant refreshedAt = Instant.EPOCH;

    Storefront(LocalStack stack, Account account) {
        this.stack = stack;
        this.account = account;
    }

    Account account() {
        return account;
    }

    /** Tells identity-service of a purchase by somebody who is not signed in. */
    Response purchase(String reference) {
        String checkout = stack.signIn().program("checkout", stack.secret("client/checkout"));
        return given().auth()
                .oauth2(checkout)
                .contentType("application/json")
                .body(Map.of(
                        "purchaseReference",
                        reference,
                        "contactPoints",
                        List.of(Map.of("kind", "EMAIL", "value", account.email()))))
                .post(stack.url("identity") + "/customers");
    }

    /** Signs the customer in with code flow and PKCE, through the provider's own page. */
    void signIn() {
        tokens = stack.signIn().person(account.email(), account.password());
        refreshedAt = now();
    }

    void refresh() {
        if (tokens == null) {
            signIn();
            return;
        }
        tokens = stack.signIn().refresh(tokens);
        refreshedAt = now();
    }

    Response link(String linkToken) {
        return asCustomer()
                .contentType("application/json")
                .body(Map.of("linkToken", linkToken))
                .post(stack.url("identity") + "/me/link");
    }

    Response notice() {
        return given().get(stack.url("preferences") + "/notice");
    }

    Response preferences() {
        return asCustomer().get(page());
    }

    Response choose(Choice choice, boolean allowed) {
        String notice = notice().path("version");
        return asCustomer()
                .contentType("application/json")
                .body(Map.of(
                        "noticeVersion",
                        notice,
                        "language",
                        "en",
                        "choices",
                        List.of(Map.of(
                                "purpose",
                                choice.purpose(),
                                "channel",
                                choice.channel(),
                                "brand",
                                choice.brand(),
                                "allowed",
                                allowed))))
                .patch(page());
    }

    Response everythingOff() {
        return asCustomer()
                .contentType("application/json")
                .body(Map.of("allowed", false, "language", "en"))
                .put(page() + "/everything");
    }

    /** Takes {@link #everythingOff} back. */
    Response everythingBack() {
        return asCustomer().delete(page() + "/everything");
    }

    /** Where the customer's own choices are. */
    String page() {
        return stack.url("preferences") + "/preferences";
    }

    boolean allows(Choice choice) {
        return preferences()
                .path("choices.find { it.purpose == '%s' && it.channel == '%s' && it.brand == '%s' }.allowed"
                        .formatted(choice.purpose(), choice.channel(), choice.brand()));
    }

    RequestSpecification asCustomer() {
        if (tokens == null || Duration.between(refreshedAt, now()).compareTo(FRESH) > 0) {
            refresh();
        }
        return given().auth().oauth2(tokens == null ? "" : tokens.access());
    }

    private static Instant now() {
        return Instant.now();
    }
}
