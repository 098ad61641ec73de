package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateRecordTest {

    private static final String STATE = """
            {"key":"c:1","version":3,"registerVersion":"2026-01","changedAt":"2026-01-14T09:30:00Z","addedLater":[1],
             "choices":[{"purpose":"marketing","channel":"email","brand":"main","allowed":true,"since":"2026-01-14T09:30:00Z"}]}
            """;

    @Test
    void a_state_is_obeyed_whatever_else_it_says() {
        assertThat(StateRecord.read(message("c:1", StateRecord.TYPE, STATE)))
                .isInstanceOfSatisfying(StateRecord.Obey.class, obey -> {
                    assertThat(obey.choices().version()).isEqualTo(3);
                    assertThat(obey.choices().allow("marketing", "email", "main"))
                            .isTrue();
                });
    }

    @Test
    void a_record_without_a_value_means_forget() {
        assertThat(StateRecord.read(message("c:1", null, null))).isEqualTo(new StateRecord.Forget("c:1"));
    }

    @Test
    void another_type_of_event_is_not_for_this_system() {
        assertThat(StateRecord.read(message("c:1", "preferences.state.v2", STATE)))
                .isEqualTo(new StateRecord.Ignore());
        assertThat(StateRecord.read(message("c:1", null, STATE))).isEqualTo(new StateRecord.Ignore());
        assertThat(StateRecord.read(message(null, StateRecord.TYPE, STATE))).isEqualTo(new StateRecord.Ignore());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "not json",
                "{\"key\":\"c:1\",\"version\":3}",
                "{\"key\":\"c:2\",\"version\":3,\"choices\":[]}",
                "{\"key\":\"c:1\",\"version\":3,\"choices\":[null]}",
                "{\"key\":\"c:1\",\"version\":0,\"choices\":[]}",
                "{\"key\":\"c:1\",\"version\":3,\"choices\":[{\"purpose\":\"p\",\"channel\":\"e\",\"brand\":\"b\"}]}",
                "{\"key\":\"c:1\",\"version\":3,\"choices\":[{\"purpose\":\"p\",\"channel\":\"e\",\"brand\":\"b\",\"allowed\":1}]}"
            })
    void a_state_that_cannot_be_read_takes_the_permission_away(String value) {
        assertThat(StateRecord.read(message("c:1", StateRecord.TYPE, value))).isEqualTo(new StateRecord.Forget("c:1"));
    }

    private static ConsumerRecord<String, byte[]> message(
            @Nullable String key, @Nullable String type, @Nullable String value) {
        var message =
                new ConsumerRecord<>(ChoicesFollower.TOPIC, 0, 0, key, value == null ? null : value.getBytes(UTF_8));
        if (type != null) {
            message.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return message;
    }
}
