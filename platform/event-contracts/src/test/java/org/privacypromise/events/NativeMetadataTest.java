package org.privacypromise.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A native image can read and write what is listed for it, and nothing else. */
class NativeMetadataTest {

    private final JsonNode metadata = Published.json(Published.read(
            Published.resource("META-INF/native-image/org.privacypromise/event-contracts/reachability-metadata.json")));

    @Test
    void every_record_and_what_it_is_made_of_is_registered_and_nothing_besides() {
        // Given
        var needed = new TreeSet<String>();
        Published.records().forEach(record -> parts(record).forEach(needed::add));

        // When
        var registered = new TreeSet<String>();
        metadata.path("reflection")
                .forEach(entry -> registered.add(entry.path("type").asText()));

        // Then
        assertThat(registered).isEqualTo(needed);
    }

    @Test
    void constructors_and_fields_of_records_are_open_to_jackson() {
        assertThat(metadata.path("reflection")).isNotEmpty().allSatisfy(entry -> {
            Class<?> type = Class.forName(entry.path("type").asText());
            assertThat(entry.path("allDeclaredFields").asBoolean()).isTrue();
            assertThat(entry.path("allDeclaredMethods").asBoolean()).isTrue();
            assertThat(entry.path("allDeclaredConstructors").asBoolean()).isEqualTo(type.isRecord());
        });
    }

    @Test
    void the_schemas_and_the_document_are_in_the_image() {
        assertThat(metadata.path("resources"))
                .extracting(entry -> entry.path("glob").asText())
                .containsExactlyInAnyOrder("asyncapi.yaml", "schemas/*.schema.json");
    }

    private static Stream<String> parts(Class<?> type) {
        return Stream.concat(
                Stream.of(type.getName()),
                type.isRecord()
                        ? Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getGenericType)
                                .map(NativeMetadataTest::element)
                                .filter(part -> part.getName().startsWith("org.privacypromise."))
                                .flatMap(NativeMetadataTest::parts)
                        : Stream.empty());
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }
}
