package org.privacypromise.requests.clock.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a due date follows from, and nothing else. All dates are local dates of the place.
 *
 * @param received the day the request reached us, by whichever way
 * @param place whose calendar counts (ISO 3166), such as {@code GB-ENG}
 * @param identityReceived the day the information arrived that was formally asked for because of real doubts (Art.
 *     12(6)); null if it was not, as a routine code or log-in never counts
 * @param clarificationAsked the day we asked which data or processing is meant, because we could not answer otherwise
 * @param clarificationReceived the day that was answered; null while it is not
 * @param extended whether the answer was extended, with reasons, because the request is complex
 */
public record Facts(
        LocalDate received,
        String place,
        Regime regime,
        Right right,
        @Nullable LocalDate identityReceived,
        @Nullable LocalDate clarificationAsked,
        @Nullable LocalDate clarificationReceived,
        boolean extended) {

    /** @throws ContradictoryFactsException if the dates cannot be true together */
    public Facts {
        requireOrder("identityReceived", identityReceived, received, "the receipt");
        requireOrder("clarificationAsked", clarificationAsked, received, "the receipt");
        if (clarificationReceived != null && clarificationAsked == null) {
            throw new ContradictoryFactsException(
                    "clarificationAsked", "say when the clarification was asked for that was received");
        }
        requireOrder("clarificationReceived", clarificationReceived, clarificationAsked, "it was asked for");
    }

    /** A request about which nothing more is known than that it came. */
    public static Facts ofReceipt(LocalDate received, String place, Regime regime, Right right) {
        return new Facts(received, place, regime, right, null, null, null, false);
    }

    /** The same, with the day on which the identity information arrived. */
    public Facts withIdentity(LocalDate received) {
        return new Facts(
                this.received, place, regime, right, received, clarificationAsked, clarificationReceived, extended);
    }

    /** The same, with the day on which we asked what is meant. */
    public Facts withQuestion(LocalDate asked) {
        return new Facts(received, place, regime, right, identityReceived, asked, null, extended);
    }

    /** The same, with the day on which that was answered. */
    public Facts withAnswer(LocalDate answered) {
        return new Facts(received, place, regime, right, identityReceived, clarificationAsked, answered, extended);
    }

    /** The same, with the longer time. */
    public Facts withExtension() {
        return new Facts(
                received, place, regime, right, identityReceived, clarificationAsked, clarificationReceived, true);
    }

    private static void requireOrder(
            String field, @Nullable LocalDate later, @Nullable LocalDate earlier, String whatIsEarlier) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            throw new ContradictoryFactsException(field, "must not be before " + whatIsEarlier);
        }
    }
}
