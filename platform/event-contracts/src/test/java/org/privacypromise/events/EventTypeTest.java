package org.privacypromise.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

    @ParameterizedTest
    @EnumSource
    void a_type_is_found_by_its_name(EventType type) {
        assertThat(EventType.named(type.typeName())).contains(type);
    }

    @Test
    void a_name_from_the_future_is_no_type_yet() {
        assertThat(EventType.named("preferences.state.v2")).isEmpty();
    }

    @Test
    void each_system_acknowledges_on_a_topic_of_its_own() {
        assertThat(EventType.CHOICES_ACKNOWLEDGED.topic("orders")).isEqualTo("preferences.acks.orders.v1");
        assertThat(EventType.CHOICES_ACKNOWLEDGED.systemOf("preferences.acks.orders.v1"))
                .contains("orders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preferences.state.v1",
                "preferences.acks..v1",
                "preferences.acks.v1",
                "preferences.acks.orders.v2",
                "preferences.acks.orders.x.v1",
                "requests.acks.orders.v1"
            })
    void another_topic_belongs_to_no_system(String topic) {
        assertThat(EventType.CHOICES_ACKNOWLEDGED.systemOf(topic)).isEmpty();
        assertThat(EventType.PREFERENCES_STATE.systemOf(topic)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "orders.v1", "a b", "orders\n"})
    void what_is_no_name_of_a_system_makes_no_topic(String system) {
        assertThatThrownBy(() -> EventType.CHOICES_ACKNOWLEDGED.topic(system))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asking_for_the_wrong_sort_of_topic_is_a_mistake_of_the_programmer() {
        assertThatThrownBy(EventType.CHOICES_ACKNOWLEDGED::topic).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventType.PREFERENCES_STATE.topic("orders")).isInstanceOf(IllegalStateException.class);
        assertThat(EventType.PREFERENCES_STATE.topic()).isEqualTo("preferences.state.v1");
    }
}
