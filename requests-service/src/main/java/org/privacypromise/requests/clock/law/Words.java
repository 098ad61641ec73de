package org.privacypromise.requests.clock.law;

import java.util.Map;
import java.util.Objects;

/** A text in the languages that there are; English is always there. */
public record Words(Map<String, String> byLanguage) {

    private static final String ORIGINAL = "en";

    public Words {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey(ORIGINAL)) {
            throw new IllegalArgumentException("a text lacks its English original");
        }
    }

    /** @param language a tag; English if the text does not exist in it */
    public String in(String language) {
        return Objects.requireNonNull(byLanguage.getOrDefault(language, byLanguage.get(ORIGINAL)));
    }
}
