package org.privacypromise.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document holds together; that it says what the records say is the matter of {@link ContractsAgreeTest}. */
class AsyncApiTest {

    private final JsonNode api = Published.asyncApi();

    @Test
    void it_is_asyncapi_3() {
        assertThat(api.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(api.path("info").path("title").asText()).isNotBlank();
        assertThat(api.path("servers").path("kafka").path("protocol").asText()).isEqualTo("kafka");
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(references(api)).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(api.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Published.resource(reference)).exists();
            }
        });
    }

    @Test
    void an_operation_sends_or_receives_messages_of_its_channel_and_every_message_has_one() {
        var unused = new HashSet<String>();
        api.path("channels")
                .properties()
                .forEach(channel -> channel.getValue()
                        .path("messages")
                        .fieldNames()
                        .forEachRemaining(
                                message -> unused.add("#/channels/" + channel.getKey() + "/messages/" + message)));
        var messages = List.copyOf(unused);

        for (JsonNode operation : api.path("operations")) {
            String channel = operation.at("/channel/$ref").asText();
            assertThat(operation.path("action").asText()).isIn("send", "receive");
            assertThat(operation.path("messages")).isNotEmpty();
            for (JsonNode message : operation.path("messages")) {
                String reference = message.path("$ref").asText();
                assertThat(reference).startsWith(channel + "/messages/").isIn(messages);
                unused.remove(reference);
            }
        }
        assertThat(unused).as("messages without an operation").isEmpty();
    }

    @Test
    void a_channel_declares_the_parameters_of_its_address_and_has_an_event_type() {
        assertThat(api.path("channels")).isNotEmpty().allSatisfy(channel -> {
            String address = channel.path("address").asText();
            var holes = Pattern.compile("\\{(\\w+)}")
                    .matcher(address)
                    .results()
                    .map(hole -> hole.group(1))
                    .toList();
            var declared = new ArrayList<String>();
            channel.path("parameters").fieldNames().forEachRemaining(declared::add);

            assertThat(declared).isEqualTo(holes);
            assertThat(Arrays.stream(EventType.values()).map(EventType::address))
                    .contains(address);
        });
    }

    @Test
    void every_message_has_cloud_event_headers_and_a_key() {
        assertThat(api.at("/components/messages")).isNotEmpty().allSatisfy(message -> {
            JsonNode source = message.has("traits")
                    ? api.at(message.at("/traits/0/$ref").asText().substring(1))
                    : message;
            assertThat(source.at("/headers/$ref").asText()).isEqualTo("#/components/schemas/cloudEventHeaders");
            assertThat(source.at("/bindings/kafka/key/$ref").asText()).isEqualTo("#/components/schemas/key");
        });
    }

    private static List<String> references(JsonNode node) {
        return node.findValues("$ref").stream().map(JsonNode::asText).toList();
    }
}
