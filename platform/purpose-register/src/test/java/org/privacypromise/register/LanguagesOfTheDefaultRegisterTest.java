package org.privacypromise.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a customer can read of the shipped register is there in five languages, each in one tone. */
class LanguagesOfTheDefaultRegisterTest {

    /** What is spelt alike in English and in the other language, and rightly so. */
    private static final Set<String> SPELT_ALIKE = Set.of("E-mail", "Post", "Marketing");

    private final PurposeRegister register = RegisterLoader.loadDefault();

    @Test
    void english_comes_first_and_four_more_follow() {
        assertThat(register.languages()).extracting(Language::tag).containsExactly("en", "de", "fr", "es", "it");
        assertThat(register.languages())
                .extracting(Language::name)
                .containsExactly("English", "Deutsch", "Français", "Español", "Italiano");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it"})
    void every_text_for_customers_is_there(String language) {
        assertThat(texts()).hasSizeGreaterThan(200).allSatisfy((field, text) -> {
            assertThat(text.in(language).language()).as(field).isEqualTo(language);
            assertThat(text.in(language).text()).as(field).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it"})
    void none_is_the_english_one_copied(String language) {
        texts().forEach((field, text) -> {
            String english = text.in("en").text();
            if (!SPELT_ALIKE.contains(english)) {
                assertThat(text.in(language).text()).as(field).isNotEqualTo(english);
            }
        });
    }

    /** The polite address where the house uses the familiar one, and the familiar one where it uses the polite one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "de, (Sie|Ihnen|Ihre?[mnrs]?)",
        "fr, (tu|ton|ta|tes|toi|te)",
        "es, ([Uu]sted(es)?|vosotros)",
        "it, (Lei|Suo|Sua|[Vv]oi)"
    })
    void each_language_speaks_to_the_reader_in_one_way(String language, String otherAddress) {
        Pattern stranger = Pattern.compile("(?<!\\p{L})" + otherAddress + "(?!\\p{L})");

        assertThat(texts())
                .allSatisfy((field, text) -> assertThat(
                                stranger.matcher(text.in(language).text())
                                        .results()
                                        .map(match -> match.group()))
                        .as(field)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it"})
    void a_sentence_stays_a_sentence_and_a_number_stays_that_number(String language) {
        assertThat(texts()).allSatisfy((field, text) -> {
            String english = text.in("en").text();
            String translated = text.in(language).text();
            assertThat(translated.endsWith(".")).as(field).isEqualTo(english.endsWith("."));
            assertThat(numbers(translated)).as(field).isEqualTo(numbers(english));
            assertThat(translated.substring(0, 1))
                    .as(field)
                    .isEqualTo(translated.substring(0, 1).toUpperCase(Locale.ROOT));
        });
    }

    @Test
    void the_same_english_is_translated_in_the_same_way_everywhere() {
        Map<String, Map<String, String>> byEnglish = new LinkedHashMap<>();

        assertThat(texts()).allSatisfy((field, text) -> {
            var first = byEnglish.putIfAbsent(text.in("en").text(), text.byLanguage());
            assertThat(text.byLanguage()).as(field).isEqualTo(Objects.requireNonNullElse(first, text.byLanguage()));
        });
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .toList();
    }

    private Map<String, Text> texts() {
        Map<String, Text> texts = new LinkedHashMap<>();
        texts.put("controller.name", register.controller().nameText());
        texts.put("controller.contact", register.controller().contactText());
        register.brands().forEach(brand -> texts.put(brand.key(), brand.name()));
        register.channels().forEach(channel -> texts.put(channel.key(), channel.name()));
        register.dataCategories().forEach(category -> texts.put(category.key(), category.name()));
        register.recipients().forEach(recipient -> {
            texts.put(recipient.key(), recipient.name());
            putIfAny(texts, recipient.key() + ".safeguard", recipient.safeguard());
        });
        register.retention().forEach(rule -> texts.put("retention." + rule.key(), rule.words()));
        register.systems().forEach(system -> texts.put("systems." + system.key(), system.name()));
        register.purposes().forEach(purpose -> putAll(texts, purpose));
        return texts;
    }

    private static void putAll(Map<String, Text> texts, Purpose purpose) {
        Explanation explanation = purpose.explanation();
        List<Text> words = Stream.of(explanation.name(), explanation.what(), explanation.why(), explanation.legal())
                .toList();
        for (int i = 0; i < words.size(); i++) {
            texts.put(purpose.key() + "." + i, words.get(i));
        }
        purpose.data().forEach(need -> texts.put(purpose.key() + "." + need.category(), need.otherwise()));
        purpose.grounds().forEach(ground -> putIfAny(texts, purpose.key() + "." + ground.basis(), ground.condition()));
        putIfAny(texts, purpose.key() + ".service-message", purpose.reach().serviceMessage());
    }

    private static void putIfAny(Map<String, Text> texts, String field, Text text) {
        if (text != null) {
            texts.put(field, text);
        }
    }
}
