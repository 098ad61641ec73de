package org.privacypromise.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalTextTest {

    private static final String SECRET = "jo@example.org";

    private final ObjectMapper json = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    record Order(PersonalText buyer) {}

    @Test
    void does_not_show_itself_in_text() {
        PersonalText text = PersonalText.of(SECRET);

        assertThat(text.toString()).doesNotContain(SECRET);
        assertThat("buyer %s in %s".formatted(text, List.of(text))).doesNotContain(SECRET);
        assertThat(new Order(text).toString()).doesNotContain(SECRET);
        assertThat(text.reveal()).isEqualTo(SECRET);
    }

    @Test
    void is_read_from_a_json_string() throws Exception {
        assertThat(json.readValue("{\"buyer\":\"jo@example.org\"}", Order.class))
                .isEqualTo(new Order(PersonalText.of(SECRET)));
    }

    @Test
    void is_not_written_to_json_by_accident() {
        PersonalText text = PersonalText.of(SECRET);

        for (Object holder : List.of(text, new Order(text), List.of(text), Map.of("buyer", text))) {
            assertThatThrownBy(() -> json.writeValueAsString(holder))
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("reveal()")
                    .hasMessageNotContaining(SECRET);
        }
        assertThatThrownBy(() -> json.copy()
                        .activateDefaultTyping(
                                json.getPolymorphicTypeValidator(), ObjectMapper.DefaultTyping.EVERYTHING)
                        .writeValueAsString(text))
                .isInstanceOf(JsonMappingException.class);
    }

    @Test
    void equals_the_same_text_only() {
        assertThat(PersonalText.of(SECRET))
                .isEqualTo(PersonalText.of(SECRET))
                .hasSameHashCodeAs(PersonalText.of(SECRET));
        assertThat(PersonalText.of(SECRET))
                .isNotEqualTo(PersonalText.of("ann@example.org"))
                .isNotEqualTo(SECRET);
    }
}
