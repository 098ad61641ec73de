package org.privacypromise.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void what_is_written_obeys_the_schema_and_reads_back_equal(EventType type) {
        long seed = new Random().nextLong();
        var events = new RandomEvents(seed);
        for (int i = 0; i < 200; i++) {
            // Given
            Event event = events.event(type);

            // When
            byte[] json = EventJson.write(event);

            // Then
            assertThat(Published.violations(type, json))
                    .as("seed %d: %s", seed, event)
                    .isEmpty();
            assertThat(EventJson.read(type, json)).as("seed %d", seed).isEqualTo(event);
            assertThat(EventJson.write(EventJson.read(type, json)))
                    .as("seed %d", seed)
                    .isEqualTo(json);
        }
    }

    @Test
    void the_bytes_are_in_the_order_of_the_record_with_instants_in_utc() {
        var event = new ChoicesAcknowledged("c:1", 7, NOON.plusMillis(5));

        assertThat(new String(EventJson.write(event), UTF_8))
                .isEqualTo("{\"key\":\"c:1\",\"version\":7,\"effectiveFrom\":\"2026-01-14T12:00:00.005Z\"}");
    }

    @Test
    void the_key_of_a_customer_is_no_field_of_its_own() {
        var event = new CustomerIdAllocated("1", 1, NOON);

        assertThat(event.key()).isEqualTo("c:1");
        assertThat(new String(EventJson.write(event), UTF_8))
                .isEqualTo("{\"customerId\":\"1\",\"version\":1,\"allocatedAt\":\"2026-01-14T12:00:00Z\"}");
    }

    @ParameterizedTest
    @EnumSource
    void a_field_added_later_anywhere_is_ignored(EventType type) {
        for (var example : Published.examples(type)) {
            // Given
            String text = Published.read(example);
            JsonNode grown = Published.json(text);
            eachObject(grown, object -> object.putObject("addedLater").put("deep", 1));

            // Then
            assertThat(EventJson.read(type, bytes(grown))).isEqualTo(EventJson.read(type, text.getBytes(UTF_8)));
        }
    }

    @Test
    void a_field_said_twice_counts_as_said_last() {
        String twice =
                "{\"key\":\"c:1\",\"version\":1,\"version\":2,\"effectiveFrom\":\"2026-01-14T12:00:00Z\",\"version\":3}";

        assertThat(EventJson.read(ChoicesAcknowledged.class, twice.getBytes(UTF_8))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void a_value_that_this_version_does_not_know_reads_as_unknown_and_cannot_be_passed_on() {
        // Given
        String example =
                Published.read(Published.examples(EventType.CHOICES_CHANGED).get(0));
        byte[] fromTheFuture =
                example.replace("UNSUBSCRIBE_LINK", "CARRIER_PIGEON").getBytes(UTF_8);

        // When
        ChoicesChanged read = EventJson.read(ChoicesChanged.class, fromTheFuture);

        // Then
        assertThat(read.source()).isEqualTo(ChoicesChanged.Source.UNKNOWN);
        assertThat(Published.violations(EventType.CHOICES_CHANGED, fromTheFuture))
                .isEmpty();
        assertThatThrownBy(() -> EventJson.write(read))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNKNOWN");
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_field_is_unreadable(EventType type) {
        for (var example : Published.examples(type)) {
            for (JsonNode required : Published.json(Published.schema(type)).path("required")) {
                String field = required.asText();
                ObjectNode without = (ObjectNode) Published.json(Published.read(example));
                without.remove(field);

                assertThatThrownBy(() -> EventJson.read(type, bytes(without)))
                        .as("%s without %s", type.typeName(), field)
                        .isInstanceOf(UnreadableEventException.class)
                        .hasMessageContaining(field);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "1", "\"1\"", "1.5", "null", "[]", "{}", "\"ada@example.com\"", "\"+44 20 7946 0000\""})
    void a_field_of_a_wrong_type_or_shape_is_unreadable_as_the_schema_says(String wrong) {
        for (EventType type : EventType.values()) {
            for (var example : Published.examples(type)) {
                for (String field : names(Published.json(Published.read(example)))) {
                    if (wrong.equals("null") && isOptional(type, field)) {
                        continue; // counts as absent
                    }

                    // Given
                    ObjectNode changed = (ObjectNode) Published.json(Published.read(example));
                    changed.set(field, Published.json(wrong));
                    boolean schemaAccepts =
                            Published.violations(type, bytes(changed)).isEmpty();

                    // Then
                    if (schemaAccepts) {
                        assertThat(EventJson.read(type, bytes(changed))).isNotNull();
                    } else if (changed.get(field).isTextual() && isOpenEnumeration(type, field)) {
                        assertThat(EventJson.read(type, bytes(changed)).toString())
                                .contains(field + "=UNKNOWN");
                    } else {
                        assertThatThrownBy(() -> EventJson.read(type, bytes(changed)))
                                .as("%s with %s = %s", type.typeName(), field, wrong)
                                .isInstanceOf(UnreadableEventException.class);
                    }
                }
            }
        }
    }

    private static boolean isOptional(EventType type, String field) {
        JsonNode required = Published.json(Published.schema(type)).path("required");
        return !required.toString().contains("\"" + field + "\"");
    }

    private static boolean isOpenEnumeration(EventType type, String field) {
        return Published.json(Published.schema(type)).at("/properties/" + field).has("anyOf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"ada@example.com\"",
                "{\"key\":\"ada@example.com\"",
                "{\"key\":\"ada@example.com\",\"version\":1,\"effectiveFrom\":\"2026-01-14T12:00:00Z\"}",
                "{\"key\":\"c:1\",\"version\":\"ada@example.com\",\"effectiveFrom\":\"2026-01-14T12:00:00Z\"}",
                "{\"key\":\"c:1\",\"version\":1,\"effectiveFrom\":\"ada@example.com\"}",
                "{\"key\":\"c:1\",\"version\":1,\"effectiveFrom\":\"2026-01-14T12:00:00Z\"} ada@example.com",
                "{\"ada@example.com\" \"key\":\"c:1\"}"
            })
    void nothing_of_an_unreadable_payload_gets_into_the_exception(String json) {
        assertThatThrownBy(() -> EventJson.read(ChoicesAcknowledged.class, json.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEventException.class)
                .hasNoCause()
                .hasMessageStartingWith("preferences.choices-acknowledged.v1 cannot be read: ")
                .message()
                .doesNotContain("ada");
    }

    @Test
    void the_message_leads_to_a_field_deep_inside() {
        String json = Published.read(
                        Published.examples(EventType.PREFERENCES_STATE).get(1))
                .replaceFirst("\"allowed\": true", "\"allowed\": \"yes\"");

        assertThatThrownBy(() -> EventJson.read(EventType.PREFERENCES_STATE, json.getBytes(UTF_8)))
                .hasMessageContaining("look at choices.[0].allowed");
    }

    @Test
    void a_json_bomb_is_unreadable() {
        String bomb = "{\"key\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> EventJson.read(PreferencesState.class, bomb.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEventException.class);
    }

    private static void eachObject(JsonNode node, Consumer<ObjectNode> what) {
        node.forEach(child -> eachObject(child, what));
        if (node instanceof ObjectNode object) {
            what.accept(object);
        }
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(UTF_8);
    }
}
