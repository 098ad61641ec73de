package org.privacypromise.fraudcheck.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.personaldata.PersonalText;

/**
 * What is to be screened.
 *
 * @param screeningId the ID of the request or verification
 */
record NewScreening(
        @NotNull @Pattern(regexp = NewScreening.REFERENCE, message = NewScreening.REFERENCE_WORDS)
        String screeningId,

        @NotNull Screened subject,
        @NotNull @Valid Given signals) {

    static final String REFERENCE = "[A-Za-z0-9._~-]{1,128}";
    static final String REFERENCE_WORDS = "must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ -";
    private static final String WORD = "[A-Za-z][A-Za-z0-9_-]{0,63}";
    private static final String WORD_WORDS = "must be a word of at most 64 letters, digits, _ and -";

    /**
     * What the caller knows; whatever is missing is not looked at.
     *
     * @param ipAddress counted under a code, and not kept
     * @param emailDomain the part after the @; looked up, and not kept
     */
    record Given(
            @Nullable PersonalText ipAddress,

            @Nullable @Pattern(regexp = REFERENCE, message = REFERENCE_WORDS)
            String contactRef,

            @Nullable @Pattern(regexp = REFERENCE, message = REFERENCE_WORDS)
            String customerId,

            @Nullable PersonalText emailDomain,

            @Nullable @Pattern(regexp = WORD, message = WORD_WORDS)
            String right,

            @Nullable @Pattern(regexp = WORD, message = WORD_WORDS)
            String channel,

            @Nullable @Pattern(regexp = WORD, message = WORD_WORDS)
            String purpose) {}
}
