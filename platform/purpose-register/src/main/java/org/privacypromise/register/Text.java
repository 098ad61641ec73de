package org.privacypromise.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text for customers in one or more languages. It always exists in {@code original}, the register's default language.
 *
 * @param original the language tag (BCP 47) of the text that the others are translations of
 * @param byLanguage language tag to text, in the order of the file
 */
public record Text(String original, Map<String, String> byLanguage) {

    public Text {
        if (!byLanguage.containsKey(original)) {
            throw new IllegalArgumentException("A text must exist in its original language, " + original);
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    static Text of(String language, String text) {
        return new Text(language, Map.of(language, text));
    }

    /**
     * The text in this language, else in its base language ({@code de} for {@code de-AT}), else the original. The
     * answer says which language it is in, so that a page can mark a fallback as such.
     */
    public Wording in(String language) {
        String base = language.split("-", 2)[0];
        String found = byLanguage.containsKey(language) ? language : byLanguage.containsKey(base) ? base : original;
        return new Wording(found, byLanguage.getOrDefault(found, ""));
    }
}
