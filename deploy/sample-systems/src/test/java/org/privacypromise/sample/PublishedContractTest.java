package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;

/** What is written here by hand, as an integrating team would, is what the suite publishes and reads. */
class PublishedContractTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00.000001Z");

    @Test
    void topics_and_types_are_those_of_the_suite() {
        assertThat(ChoicesFollower.TOPIC).isEqualTo(EventType.PREFERENCES_STATE.topic());
        assertThat(StateRecord.TYPE).isEqualTo(EventType.PREFERENCES_STATE.typeName());
        assertThat(Acknowledgement.TYPE).isEqualTo(EventType.CHOICES_ACKNOWLEDGED.typeName());
        assertThat(Acknowledgement.topic("orders")).isEqualTo(EventType.CHOICES_ACKNOWLEDGED.topic("orders"));
    }

    @Test
    void the_suite_reads_an_acknowledgement() throws Exception {
        byte[] payload = Json.MAPPER.writeValueAsBytes(new Acknowledgement("c:1", 7, NOON).payload());

        assertThat(EventJson.read(ChoicesAcknowledged.class, payload))
                .isEqualTo(new ChoicesAcknowledged("c:1", 7, NOON));
    }

    @Test
    void this_system_reads_a_published_example() throws Exception {
        // Given
        byte[] example;
        try (InputStream file = EventJson.class.getResourceAsStream(
                "/examples/preferences.state.v1/1.0.0-customer-with-choices.json")) {
            example = file.readAllBytes();
        }
        String key = Json.MAPPER.readTree(example).path("key").asText();
        var message = new ConsumerRecord<>(ChoicesFollower.TOPIC, 0, 0, key, example);
        message.headers().add("ce_type", StateRecord.TYPE.getBytes(UTF_8));

        // When
        StateRecord read = StateRecord.read(message);

        // Then
        assertThat(read).isInstanceOfSatisfying(StateRecord.Obey.class, obey -> {
            assertThat(obey.choices().allow("marketing-main", "email", "main")).isTrue();
            assertThat(obey.choices().allow("marketing-marketplace", "email", "marketplace"))
                    .isFalse();
        });
    }
}
