package org.privacypromise.requests.clock.law;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Short texts by key, in each of our languages: {@code law/<name>_<language>.properties}. */
public final class Texts {

    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it");

    private final Map<String, Properties> byLanguage;

    private Texts(Map<String, Properties> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** @throws NullPointerException if a language's file is missing */
    public static Texts named(String name) {
        return new Texts(LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), language -> load(name, language))));
    }

    /** @param language one of {@link #LANGUAGES}; English for every other */
    public String get(String language, String key) {
        Properties texts =
                Objects.requireNonNull(byLanguage.getOrDefault(language, byLanguage.get(LANGUAGES.getFirst())));
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private static Properties load(String name, String language) {
        String file = "/law/" + name + "_" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
