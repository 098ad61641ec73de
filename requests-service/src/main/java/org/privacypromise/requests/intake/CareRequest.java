package org.privacypromise.requests.intake;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.intake.Submission.Who;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.step.Channel;
import org.privacypromise.requests.notice.NoticeLanguage;

/**
 * What somebody asks by telephone or letter, as customer care takes it in.
 *
 * @param rights at least one, each once
 * @param place whose calendar counts; the usual one unless said otherwise
 * @param language in which the person is written to
 * @param receivedOn the day on which it reached us, of a letter its receipt by the post room; today unless said otherwise
 * @param customerId whose data it is about, with how the person was identified
 * @param verificationId of a person whose contact point is being verified, with the code from the mail, instead
 */
record CareRequest(
        @NotNull @Size(min = 1, max = 10, message = "at least one right") @UniqueElements(message = "each right once")
        List<@NotNull(message = "a right, such as ACCESS") Right> rights,

        @NotNull(message = "CALL or LETTER") Way way,

        @Nullable @Size(max = 20, message = "at most 20 characters")
        String place,

        @Nullable @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "a language tag, such as en")
        String language,

        @Nullable LocalDate receivedOn,

        @Nullable @Pattern(regexp = NewRequest.REFERENCE, message = "the customer's number")
        String customerId,

        @Nullable Identified identifiedBy,

        @Nullable @Pattern(regexp = NewRequest.REFERENCE, message = "as identity-service has answered it")
        String verificationId) {

    /** By which way it came. */
    enum Way {
        CALL,
        LETTER
    }

    /** How we know that it is the customer who asks. */
    enum Identified {
        /** We called back on the number that we have. */
        CALLED_BACK,
        /** They answered what only the customer can know. */
        QUESTIONS_ANSWERED,
        /** The letter is signed, and came from the address that we have. */
        LETTER_FROM_KNOWN_ADDRESS,
        /** Not at all, so far: the customer is asked to sign in. */
        NOT_YET
    }

    @AssertTrue(message = "name one: customerId with identifiedBy, or verificationId")
    boolean isAboutOne() {
        return customerId != null ? verificationId == null && identifiedBy != null : verificationId != null;
    }

    Submission submission(Decision by) {
        Who who = customerId != null
                ? new Who.Customer(customerId, identifiedBy != Identified.NOT_YET)
                : new Who.Unproven(Objects.requireNonNull(verificationId));
        return new Submission(
                who,
                rights,
                place,
                way == Way.CALL ? Channel.CALL : Channel.LETTER,
                NoticeLanguage.of(language),
                null,
                receivedOn,
                by);
    }

    /** For the history. */
    String identifiedInWords() {
        return identifiedBy == null
                ? "by verification"
                : "identified: " + identifiedBy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
