package org.privacypromise.requests.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page {@code your-data.html} says besides the data itself, in the words in which it says it.
 *
 * @param law the regime, within a sentence
 * @param calendar the edition of the public holidays that were counted
 * @param steps how the due date was found
 * @param complaints to whom one can complain, within a sentence
 */
record YourData(
        String language,
        String controller,
        String contact,
        String requestId,
        String askedOn,
        String madeOn,
        String dueOn,
        String law,
        String rules,
        String calendar,
        List<Step> steps,
        List<Use> uses,
        List<Use> ownUses,
        List<Asked> systems,
        String complaints,
        String registerVersion) {

    record Step(String date, String because) {}

    /**
     * A purpose.
     *
     * @param grounds the legal bases with their articles
     * @param say what the customer can do about it; empty if nothing
     */
    record Use(
            String key,
            String name,
            String what,
            String why,
            String legal,
            List<String> grounds,
            List<Need> data,
            List<Receiver> receivers,
            List<Keeping> keeping,
            List<String> say) {}

    /** @param otherwise what happens without it */
    record Need(String category, boolean required, String otherwise) {}

    /**
     * Who gets data.
     *
     * @param safeguard what protects the data there
     * @param unnamed whether we have yet to name each of them
     */
    record Receiver(String name, String country, String safeguard, boolean unnamed) {}

    /** @param law as cited; null if none is named yet */
    record Keeping(String words, @Nullable String law) {}

    /**
     * A system and where it stands.
     *
     * @param file where its data lies in the package; null if it holds nothing
     */
    record Asked(
            String key,
            String name,
            String askedAt,
            String answeredAt,
            String outcome,
            @Nullable String file) {

        boolean handedOver() {
            return file != null;
        }
    }
}
