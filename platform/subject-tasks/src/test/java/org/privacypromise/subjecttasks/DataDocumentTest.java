package org.privacypromise.subjecttasks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacypromise.personaldata.PersonalText;

class DataDocumentTest {

    @Test
    void every_kind_of_value_is_written_as_a_person_and_a_program_read_it() {
        // Given
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", "Zoë \"Z\" <z>");
        fields.put("items", 3);
        fields.put("number", 12_345_678_901L);
        fields.put("price", new BigDecimal("1E+3"));
        fields.put("delivered", true);
        fields.put("ordered on", LocalDate.of(2026, 2, 3));
        fields.put("paid at", Instant.parse("2026-02-03T10:00:00Z"));
        fields.put("gift", null);

        // When
        DataDocument document =
                DataDocument.of("orders", List.of(new DataSection("user.name", "given by you", List.of(fields))));

        // Then
        assertThat(document.json())
                .isEqualTo("{\"system\":\"orders\",\"data\":[{\"category\":\"user.name\",\"source\":\"given by you\","
                        + "\"records\":[{\"name\":\"Zoë \\\"Z\\\" <z>\",\"items\":3,\"number\":12345678901,"
                        + "\"price\":1000,\"delivered\":true,\"ordered on\":\"2026-02-03\","
                        + "\"paid at\":\"2026-02-03T10:00:00Z\"}]}]}");
        assertThat(document.digest()).isEqualTo(Digests.sha256(document.json().getBytes(UTF_8)));
    }

    @Test
    void a_value_of_another_type_is_refused_without_being_shown() {
        List<Map<String, Object>> records = List.of(Map.of("e-mail", PersonalText.of("jo@example.org")));

        assertThatThrownBy(() -> new DataSection("user.contact.email", "given by you", records))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`e-mail` is a PersonalText")
                .hasMessageNotContaining("jo@example.org");
    }
}
