package org.privacypromise.requests.clock.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A due date and how it was found: whoever has the same rules and calendar comes to the same date from the same facts.
 *
 * @param rules the edition of the rules, see {@link Laws}
 * @param calendar the version of the public holidays
 * @param dueDate the last day on which the answer is in time
 * @param noticeBy the last day on which an extension can be told with its reasons; null without one
 * @param steps how the date was found, in plain words
 */
public record Derivation(
        Facts facts,
        String rules,
        String calendar,
        LocalDate dueDate,
        @Nullable LocalDate noticeBy,
        List<Step> steps) {

    public Derivation {
        steps = List.copyOf(steps);
    }

    /**
     * @param because why this date matters, for the person who asked, in English
     * @param phrase the same, to be said in other languages; null in derivations from before there were others
     * @param words what the phrase speaks of
     */
    public record Step(
            LocalDate date,
            String because,
            @Nullable Phrase phrase,
            @Nullable List<String> words) {

        /** One that is there in English only. */
        public Step(LocalDate date, String because) {
            this(date, because, null, null);
        }

        /** @param law the law's name in that language */
        public String because(String language, String law) {
            return phrase == null || words == null ? because : Wording.say(language, phrase, law, words);
        }
    }
}
