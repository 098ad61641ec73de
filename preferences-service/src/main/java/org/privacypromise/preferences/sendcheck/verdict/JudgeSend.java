package org.privacypromise.preferences.sendcheck.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be sent. What is the customer's to decide needs somebody who is known: absence is never
 * permission. What cannot be switched off goes to strangers as well.
 */
public final class JudgeSend {

    private JudgeSend() {}

    /** @param word what the customer says; null if nothing is known about them */
    public static Verdict toCustomer(Offer offer, @Nullable Word word) {
        if (word == null) {
            return offer == Offer.CHOICE
                    ? Verdict.refused(Because.UNKNOWN_SUBJECT)
                    : new Verdict(true, offer.allowedBecause(false), 0);
        }
        return new Verdict(word.allowed(), because(offer, word), word.version());
    }

    /**
     * To whoever reads what arrives at a contact point, where it is not said for whom it is meant. The most protective
     * choice wins.
     *
     * @param own what was said at the contact point itself, by an unsubscribe link or before there was an account
     * @param customers what each customer says who is reached by it
     * @param suppressed whether somebody was erased who had said no here, and nobody has said yes here since
     */
    public static Verdict toContactPoint(Offer offer, @Nullable Word own, List<Word> customers, boolean suppressed) {
        long version = own == null ? 0 : own.version();
        if (suppressed) {
            return new Verdict(false, Because.SUPPRESSED, version);
        }
        List<Word> words = new ArrayList<>(customers);
        if (own != null) {
            words.add(own);
        }
        Verdict verdict = first(words, word -> word.chosen() && !word.allowed() && !word.newChoiceNeeded())
                .or(() -> first(words, word -> word.chosen() && word.allowed()))
                .or(() -> first(words, Word::newChoiceNeeded))
                .or(() -> first(words, word -> !word.allowed()))
                .or(() -> first(words, word -> true))
                .map(word -> toCustomer(offer, word))
                .orElseGet(() -> toCustomer(offer, null));
        return new Verdict(verdict.allowed(), verdict.because(), version);
    }

    /** A verdict on a message that goes only to somebody who has asked for it and still waits for it. */
    public static Verdict onRequest(Verdict verdict, boolean askedFor) {
        return verdict.allowed() && !askedFor ? new Verdict(false, Because.NOT_ASKED_FOR, verdict.version()) : verdict;
    }

    private static Optional<Word> first(List<Word> words, Predicate<Word> wanted) {
        return words.stream().filter(wanted).findFirst();
    }

    private static Because because(Offer offer, Word word) {
        if (word.allowed()) {
            return offer.allowedBecause(word.chosen());
        }
        if (word.newChoiceNeeded()) {
            return Because.NEW_CHOICE_NEEDED;
        }
        return word.chosen() ? Because.REFUSED : Because.NOT_CHOSEN;
    }
}
