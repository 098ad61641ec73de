package org.privacypromise.requests.clock.law;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says in plain words, in each of our languages, how a date was found. */
final class Wording {

    private static final Texts TEXTS = Texts.named("derivation");

    private Wording() {}

    /**
     * @param law the law's name in that language
     * @param words what the phrase speaks of, in its order
     */
    static String say(String language, Phrase phrase, String law, List<String> words) {
        Object[] arguments = Stream.concat(Stream.of(law), words.stream().map(Wording::number))
                .toArray();
        String pattern = TEXTS.get(language, phrase.key()).replace("'", "''");
        String said = new MessageFormat(pattern, Locale.ROOT).format(arguments);
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    /** What chooses between one day and several has to be a number. */
    private static Object number(String word) {
        return !word.isEmpty() && word.chars().allMatch(Character::isDigit) ? (Object) Integer.valueOf(word) : word;
    }
}
