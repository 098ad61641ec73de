package org.privacypromise.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records, the types, the schemas, the channels and the examples speak of the same events. */
class ContractsAgreeTest {

    @Test
    void every_record_has_one_event_type_and_every_type_a_record() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::recordClass))
                .containsExactlyInAnyOrderElementsOf(Published.records().stream()
                        .<Class<? extends Event>>map(record -> record.asSubclass(Event.class))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void an_event_knows_its_type(EventType type) {
        assertThat(new RandomEvents(1).event(type).type()).isEqualTo(type);
    }

    @Test
    void there_is_one_schema_and_one_folder_of_examples_per_type_and_nothing_else() {
        assertThat(Published.files(Published.resource("schemas")))
                .extracting(file -> "schemas/" + file.getFileName())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::schemaResource)
                        .toList());
        assertThat(Published.files(Published.resource("examples")))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.concat(
                                Arrays.stream(EventType.values()).map(EventType::typeName),
                                java.util.stream.Stream.of("FROZEN.sha256"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_says_who_it_is_and_leaves_room_to_grow(EventType type) {
        JsonNode schema = Published.json(Published.schema(type));

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo(type.schema());
        assertThat(schema.findValues("additionalProperties")).isNotEmpty().allMatch(JsonNode::asBoolean);
    }

    @ParameterizedTest
    @EnumSource
    void an_open_enumeration_lists_the_values_that_the_record_knows(EventType type) {
        JsonNode properties = Published.json(Published.schema(type)).path("properties");
        for (RecordComponent component : type.recordClass().getRecordComponents()) {
            if (component.getType().isEnum()) {
                var listed = new ArrayList<String>();
                properties.at("/" + component.getName() + "/anyOf/0/enum").forEach(value -> listed.add(value.asText()));
                listed.add("UNKNOWN");

                assertThat(component.getType().getEnumConstants())
                        .as(component.getName())
                        .extracting(Object::toString)
                        .containsExactlyInAnyOrderElementsOf(listed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_type_has_a_channel_with_its_message_there(EventType type) {
        // Given
        JsonNode api = Published.asyncApi();
        JsonNode channel = channel(api, type);

        // When
        JsonNode message = null;
        for (JsonNode reference : channel.path("messages")) {
            JsonNode candidate = api.at(reference.path("$ref").asText().substring(1));
            message = candidate.path("name").asText().equals(type.typeName()) ? candidate : message;
        }

        // Then
        assertThat(message).as("a message named " + type.typeName()).isNotNull();
        assertThat(message.at("/payload/$ref").asText()).isEqualTo(type.schemaResource());
    }

    @ParameterizedTest
    @EnumSource
    void a_channel_keeps_what_the_type_says(EventType type) {
        JsonNode kafka = channel(Published.asyncApi(), type).at("/bindings/kafka");
        JsonNode settings = kafka.path("topicConfiguration");

        assertThat(kafka.path("partitions").asInt()).isEqualTo(12);
        if (type.compacted()) {
            assertThat(settings.path("cleanup.policy")).hasToString("[\"compact\"]");
            assertThat(settings.path("max.compaction.lag.ms").asLong()).isEqualTo(24 * 3_600_000L);
            assertThat(settings.path("delete.retention.ms").asLong()).isEqualTo(7 * 24 * 3_600_000L);
        } else {
            assertThat(settings.path("cleanup.policy")).hasToString("[\"delete\"]");
            assertThat(settings.path("retention.ms").asLong())
                    .isEqualTo(type.keptForEver() ? -1 : 30 * 24 * 3_600_000L);
        }
    }

    private static JsonNode channel(JsonNode api, EventType type) {
        for (JsonNode channel : api.path("channels")) {
            if (channel.path("address").asText().equals(type.address())) {
                return channel;
            }
        }
        throw new AssertionError("asyncapi.yaml has no channel with the address " + type.address());
    }
}
