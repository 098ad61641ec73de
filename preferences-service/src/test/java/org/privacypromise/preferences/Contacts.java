package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** What identity-service would tell of a customer, and what the customer sees. */
final class Contacts {

    private static final AtomicLong VERSION = new AtomicLong(1);

    private Contacts() {}

    /** A new customer who is reached by this; returns once that is known here. */
    static void meet(String customer, String contactRef, boolean verified) {
        KafkaProbe.publish("identity.events.v1", new CustomerIdAllocated(customer, 1, Instant.now()));
        record(customer, contactRef, verified);
        await().atMost(Duration.ofSeconds(30)).until(() -> linkStatus(customer) == 201);
    }

    /** The same contact point again, which may be proven by now. */
    static void record(String customer, String contactRef, boolean verified) {
        KafkaProbe.publish(
                "identity.events.v1",
                new ContactPointRecorded(
                        customer,
                        VERSION.incrementAndGet(),
                        contactRef,
                        ContactPointRecorded.Kind.EMAIL,
                        verified,
                        Instant.now()));
    }

    private static int linkStatus(String customer) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(Map.of("customerId", customer, "purpose", "marketing-main", "channel", "email", "brand", "main"))
                .post("/unsubscribe-links")
                .statusCode();
    }

    /** Purpose/channel/brand to whether it is allowed, as the customer sees it. */
    static Map<String, Boolean> allowed(String customer) {
        List<Map<String, Object>> choices = given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .customer(customer)
                        .sign())
                .get("/preferences")
                .path("choices");
        Map<String, Boolean> allowed = new HashMap<>();
        choices.forEach(choice ->
                allowed.put(choice.get("purpose") + "/" + choice.get("channel") + "/" + choice.get("brand"), (Boolean)
                        choice.get("allowed")));
        return allowed;
    }
}
