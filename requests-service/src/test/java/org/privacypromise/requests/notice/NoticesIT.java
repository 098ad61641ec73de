package org.privacypromise.requests.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.OtherServices.Answer;

@QuarkusTest
class NoticesIT {

    OtherServices services;

    private final String customer = Customers.newCustomer();

    @AfterEach
    void the_others_are_back() {
        services.reset();
    }

    @Test
    void a_mail_is_handed_over_until_it_is_with_the_recipient_and_is_one_mail() {
        // Given an identity-service that is away, then takes its time
        services.on("/mails", call -> switch (tries(call.idempotencyKey())) {
            case 1 -> new Answer(503, "{}");
            case 2 -> new Answer(202, "{\"mailId\":\"m\",\"state\":\"queued\",\"newField\":1}");
            default -> new Answer(200, "{\"mailId\":\"m\",\"state\":\"accepted\"}");
        });

        // When
        String id = Customers.ask(customer, "ACCESS").path("requestId");

        // Then
        awaitState(id, "ACCEPTED");
        List<OtherServices.Call> tries = services.calls(
                "/mails", call -> call.body().path("text").asText().contains(id));
        assertThat(tries).hasSizeGreaterThanOrEqualTo(3);
        assertThat(tries.stream().map(OtherServices.Call::idempotencyKey).distinct())
                .hasSize(1)
                .allMatch(key -> key.matches("\"[0-9a-f-]{36}\""));
        assertThat(tries.stream().map(OtherServices.Call::body).distinct()).hasSize(1);
        assertThat(Database.column(
                        "SELECT 1 FROM notice WHERE request_id = ? AND mail IS NOT NULL", UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void what_cannot_be_delivered_is_known_as_such() {
        services.on("/mails", call -> new Answer(200, "{\"mailId\":\"m\",\"state\":\"undeliverable\"}"));
        awaitState(Customers.ask(customer, "ACCESS").path("requestId"), "UNDELIVERABLE");

        services.on("/mails", call -> new Answer(404, "{}"));
        awaitState(Customers.ask(customer, "ERASURE").path("requestId"), "UNDELIVERABLE");
    }

    @Test
    void a_waiting_mail_cannot_be_read_in_the_database() {
        services.away("/mails");

        String id = Customers.ask(customer, "ACCESS").path("requestId");

        assertThat(Database.column(
                        "SELECT encode(mail, 'escape') FROM notice WHERE request_id = ?", UUID.fromString(id)))
                .hasSize(1)
                .noneMatch(stored -> stored.contains("Hello") || stored.contains(customer));
    }

    private int tries(String key) {
        return services.calls("/mails", call -> key.equals(call.idempotencyKey()))
                .size();
    }

    private static void awaitState(String id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Database.column("SELECT state FROM notice WHERE request_id = ?", UUID.fromString(id)))
                        .containsExactly(state));
    }
}
