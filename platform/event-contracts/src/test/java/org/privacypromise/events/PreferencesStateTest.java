package org.privacypromise.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferencesStateTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");
    private static final PreferencesState.Choice EMAIL_YES =
            new PreferencesState.Choice("marketing", "email", "main", true, NOON);
    private static final PreferencesState.Choice EMAIL_NO =
            new PreferencesState.Choice("marketing", "email", "main", false, NOON);

    @Test
    void only_a_choice_that_allows_is_permission() {
        assertThat(state(List.of(EMAIL_YES)).allows("marketing", "email", "main"))
                .isTrue();
        assertThat(state(List.of(EMAIL_NO)).allows("marketing", "email", "main"))
                .isFalse();
    }

    @Test
    void absence_is_never_permission() {
        var state = state(List.of(EMAIL_YES));

        assertThat(state(List.of()).allows("marketing", "email", "main")).isFalse();
        assertThat(state.allows("survey", "email", "main")).isFalse();
        assertThat(state.allows("marketing", "sms", "main")).isFalse();
        assertThat(state.allows("marketing", "email", "marketplace")).isFalse();
    }

    @Test
    void nothing_can_be_said_twice_or_changed_afterwards() {
        var choices = new ArrayList<>(List.of(EMAIL_YES));
        var state = state(choices);
        choices.clear();

        assertThat(state.choices()).containsExactly(EMAIL_YES);
        assertThatThrownBy(() -> state(List.of(EMAIL_YES, EMAIL_NO))).hasMessage("choices says the same twice");
    }

    @Test
    void a_key_comes_from_a_valid_reference_only() {
        assertThat(EventKey.ofCustomer("1")).isEqualTo("c:1");
        assertThat(EventKey.ofContactPoint("1.x_Y")).isEqualTo("p:1.x_Y");
        assertThatThrownBy(() -> EventKey.ofContactPoint("ada@example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("ada");
    }

    @Test
    void a_version_starts_at_one() {
        assertThatThrownBy(() -> new PreferencesState("c:1", 0, "2026-01", NOON, List.of()))
                .hasMessage("version must be at least 1");
    }

    private static PreferencesState state(List<PreferencesState.Choice> choices) {
        return new PreferencesState("c:1", 1, "2026-01", NOON, choices);
    }
}
