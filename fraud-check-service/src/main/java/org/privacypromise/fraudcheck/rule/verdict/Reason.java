package org.privacypromise.fraudcheck.rule.verdict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule that spoke against somebody, with the words in which it was told then: a later rule set may word it anew.
 *
 * @param rule the rule's key
 * @param verdict what the rule by itself leads to
 * @param original the language of the text that the others are translations of
 * @param texts language tag to text; there is one in the original language
 */
public record Reason(String rule, Verdict verdict, String original, Map<String, String> texts) {

    public Reason {
        if (verdict == Verdict.ALLOW) {
            throw new IllegalArgumentException("A reason speaks against somebody");
        }
        if (!texts.containsKey(original)) {
            throw new IllegalArgumentException("A reason must be told in its original language, " + original);
        }
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** In this language, else in its base language ({@code de} for {@code de-AT}), else in the original. */
    public String text(String language) {
        String base = language.split("-", 2)[0];
        String found = texts.containsKey(language) ? language : texts.containsKey(base) ? base : original;
        return texts.getOrDefault(found, "");
    }
}
