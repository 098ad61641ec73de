package org.privacypromise.requests.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.objection.TypedContact;

/**
 * What is asked in one go, by whichever door it comes in.
 *
 * @param rights at least one, each once
 * @param place whose calendar counts; the usual one if null
 * @param language in which the person is written to
 * @param from where it was sent from, if that is known
 * @param receivedOn on which day it reached us; now if null
 * @param by who of us took it in; null if the person did it themselves
 */
record Submission(
        Who who,
        List<Right> rights,
        @Nullable String place,
        Channel channel,
        String language,
        @Nullable PersonalText from,
        @Nullable LocalDate receivedOn,
        @Nullable Decision by) {

    Submission {
        rights = List.copyOf(rights);
    }

    /** Something that a person sends us themselves, at this moment. */
    static Submission online(Who who, NewRequest wish, Channel channel, String language, @Nullable PersonalText from) {
        return new Submission(who, wish.rights(), wish.place(), channel, language, from, null, null);
    }

    /** Whether the person is there themselves. */
    boolean isOnline() {
        return by == null;
    }

    /** Who asks, and how sure that is. */
    sealed interface Who {

        /** @param proven whether we know that it is they who ask; else they are asked to sign in */
        record Customer(String id, boolean proven) implements Who {}

        /** Somebody whose verification is under way, or has ended. */
        record Unproven(String verificationId) implements Who {}

        /** Whoever is reached there: enough to say no to advertising, and for nothing else. */
        record Reached(TypedContact contact) implements Who {}
    }
}
