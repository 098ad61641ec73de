package org.privacypromise.preferences.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.privacypromise.frame.ReaderLanguage;

/** Customers are told the same in every language. */
class PropagationMessagesTest {

    static Stream<String> translations() {
        return ReaderLanguage.OF_PAGES.stream().skip(1);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_sentence_is_translated_with_everything_that_is_put_into_it(String language) throws IOException {
        Properties translated = new Properties();
        try (var stream = getClass().getResourceAsStream("/messages/propagation_" + language + ".properties")) {
            translated.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        assertThat(translated.stringPropertyNames()).hasSize(PropagationMessages.class.getDeclaredMethods().length);
        Arrays.stream(PropagationMessages.class.getDeclaredMethods()).forEach(method -> {
            String english = method.getAnnotation(Message.class).value();
            assertThat(translated.getProperty(method.getName()))
                    .as(method.getName())
                    .isNotBlank()
                    .isNotEqualTo(english);
            assertThat(holes(translated.getProperty(method.getName()))).isEqualTo(holes(english));
        });
    }

    private static List<String> holes(String text) {
        return Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
