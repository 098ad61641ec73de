package org.privacypromise.requests.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Channel;

/**
 * What is asked in one go, by whichever door it comes in.
 *
 * @param rights at least one, each once
 * @param place whose calendar counts; the usual one if null
 * @param language in which the person is written to
 * @param from where it was sent from, if that is known
 */
record Submission(
        Who who,
        List<Right> rights,
        @Nullable String place,
        Channel channel,
        String language,
        @Nullable PersonalText from) {

    Submission {
        rights = List.copyOf(rights);
    }

    /** Who asks, and how sure that is. */
    sealed interface Who {

        /** A customer, of whom we know who they are. */
        record Customer(String id) implements Who {}

        /** Somebody whose verification is under way, or has ended. */
        record Unproven(String verificationId) implements Who {}
    }
}
