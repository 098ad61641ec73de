package org.privacypromise.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoPersonalDataTest {

    @ParameterizedTest
    @EnumSource
    void no_field_of_an_event_is_meant_for_an_address_a_name_or_a_number_of_a_person(EventType type) {
        assertThat(PersonalDataCheck.suspects(Published.json(Published.schema(type))))
                .isEmpty();
    }

    @Test
    void neither_is_a_header_or_a_key() {
        JsonNode schemas = Published.asyncApi().at("/components/schemas");

        assertThat(PersonalDataCheck.suspects(schemas.path("cloudEventHeaders")))
                .isEmpty();
        assertThat(PersonalDataCheck.suspects(schemas.path("key"))).isEmpty();
    }

    @Test
    void the_check_finds_every_way_in_which_a_schema_can_be_bad() {
        JsonNode bad = Published.json(Published.read(Published.resource("bad/with-personal-data.schema.json")));

        assertThat(PersonalDataCheck.suspects(bad))
                .containsExactlyInAnyOrder(
                        "/customerName: the name",
                        "/phone_number: the name",
                        "/homeAddress: the name",
                        "/homeAddress/postcode: the name",
                        "/replyTo: the format idn-email",
                        "/remark: takes free text",
                        "/reference: takes free text",
                        "/tags/*: takes free text",
                        "/reason: takes free text");
    }
}
