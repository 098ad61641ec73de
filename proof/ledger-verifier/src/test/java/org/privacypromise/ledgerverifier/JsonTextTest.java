package org.privacypromise.ledgerverifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void what_ledgers_are_written_in_is_read() {
        JsonObject json = JsonText.object("""
                { "text": "a\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4ß", "number": -12, "flag": true, "other": false, "none": null,
                  "objects": [ {"a": "b"}, {} ], "texts": ["x", "y"], "empty": [], "byName": {"b": "2", "a": "1"} } """);

        assertThat(json.text("text")).isEqualTo("a\"\\/\b\f\n\r\täß");
        assertThat(json.number("number")).isEqualTo(-12);
        assertThat(json.flag("flag")).isTrue();
        assertThat(json.flag("other")).isFalse();
        assertThat(json.optionalText("none")).isEmpty();
        assertThat(json.objects("objects").getFirst().text("a")).isEqualTo("b");
        assertThat(json.texts("texts")).containsExactly("x", "y");
        assertThat(json.objects("empty")).isEmpty();
        assertThat(json.textsByName("byName").keySet()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1}}",
                "{\"a\":1.5}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"b}",
                "{\"a\":[1,2}",
                "{\"a\":99999999999999999999}",
                "[]",
                "7",
                "{\"a\":1,\"a\":1}",
                "{\"a\":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> JsonText.object(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_field_of_another_kind_is_refused_by_name() {
        JsonObject json = JsonText.object("{\"a\":1,\"b\":[1]}");

        assertThatThrownBy(() -> json.text("a")).hasMessageContaining("field a");
        assertThatThrownBy(() -> json.texts("b")).hasMessageContaining("field b");
        assertThatThrownBy(() -> json.number("c")).hasMessageContaining("field c");
    }
}
