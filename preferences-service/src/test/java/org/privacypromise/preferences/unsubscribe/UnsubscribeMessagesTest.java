package org.privacypromise.preferences.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.privacypromise.frame.ReaderLanguage;

/** The pages say the same in every language. */
class UnsubscribeMessagesTest {

    private final Map<String, String> english = Arrays.stream(UnsubscribeMessages.class.getDeclaredMethods())
            .collect(Collectors.toMap(
                    Method::getName,
                    method -> method.getAnnotation(Message.class).value()));

    static Stream<String> translations() {
        return ReaderLanguage.OF_PAGES.stream().skip(1);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_message_is_translated_and_none_is_left_over(String language) throws IOException {
        Properties translated = read("/messages/unsubscribe_" + language + ".properties");

        assertThat(translated.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) -> assertThat(translated.getProperty(key))
                .as(key)
                .isNotBlank()
                .isNotEqualTo(text)
                .doesNotContain("{", "}", "\uFFFD"));
    }

    @Test
    void the_service_is_built_with_exactly_the_languages_of_its_pages() throws IOException {
        Properties properties = read("/application.properties");

        assertThat(properties.getProperty("quarkus.locales")).isEqualTo(String.join(",", ReaderLanguage.OF_PAGES));
        assertThat(properties.getProperty("quarkus.default-locale")).isEqualTo(ReaderLanguage.OF_PAGES.getFirst());
    }

    private static Properties read(String resource) throws IOException {
        Properties properties = new Properties();
        try (var stream = UnsubscribeMessagesTest.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
