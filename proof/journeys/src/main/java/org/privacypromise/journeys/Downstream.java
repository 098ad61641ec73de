package org.privacypromise.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.privacypromise.local.LocalStack;

/** The systems behind the topics, and the mailbox at the end of the line. */
final class Downstream {

    static final List<String> SYSTEMS = List.of("orders", "marketing");

    private static final String MAILINGS = "findAll { mail -> mail.headers.any { it.name == 'List-Unsubscribe' } }";

    private final LocalStack stack;

    Downstream(LocalStack stack) {
        this.stack = stack;
    }

    /** What a system obeys for this customer. */
    Response choicesAt(String system, String customerId) {
        return given().get(stack.url(system) + "/choices/c:" + customerId);
    }

    boolean allowsAt(String system, String customerId, Choice choice) {
        return Boolean.TRUE.equals(choicesAt(system, customerId)
                .path("choices.find { it.purpose == '%s' && it.channel == '%s' && it.brand == '%s' }.allowed"
                        .formatted(choice.purpose(), choice.channel(), choice.brand())));
    }

    /** Asks the marketing system to send one mail to the customer. */
    Response mail(String customerId, String email, Choice choice) {
        return given().contentType("application/json")
                .body(Map.of(
                        "customerId",
                        customerId,
                        "contactPoint",
                        Map.of("email", email),
                        "purpose",
                        choice.purpose(),
                        "brand",
                        choice.brand()))
                .post(stack.url("marketing") + "/mailings");
    }

    /** How many marketing mails have arrived, for anybody. */
    int mailsInInbox() {
        return inbox().path(MAILINGS + ".size()");
    }

    /** The value of this header of the newest marketing mail. */
    String headerOfNewestMail(String name) {
        return inbox().path(MAILINGS + ".max { it.number }.headers.find { it.name == '%s' }.value".formatted(name));
    }

    private Response inbox() {
        return given().get(stack.url("smtp") + "/messages");
    }
}
