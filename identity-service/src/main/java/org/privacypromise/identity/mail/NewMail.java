package org.privacypromise.identity.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.PersonalText;

/**
 * A mail that another service wants sent, fully worded.
 *
 * @param customerId whom it is for; or else
 * @param verificationId the verification in which the recipient proved to read what is sent there
 * @param text what it says in plain text
 * @param html the same with looks, for readers who want them
 */
record NewMail(
        @Nullable @Pattern(regexp = "[A-Za-z0-9._~-]{1,128}", message = "a customer ID")
        String customerId,

        @Nullable UUID verificationId,

        // Anything with a line break in it would be a header of its own.
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*", message = "one line")
        String subject,

        @Schema(implementation = String.class) @NotNull PersonalText text,
        @Schema(implementation = String.class) @Nullable PersonalText html) {

    Recipient recipient() {
        if ((customerId == null) == (verificationId == null)) {
            throw new ProblemException(ProblemType.INVALID, "Send either customerId or verificationId.");
        }
        return new Recipient(customerId, verificationId);
    }

    Content content() {
        if (text.reveal().isBlank()) {
            throw new ProblemException(ProblemType.INVALID, "Send what the mail says as text, with or without html.");
        }
        return new Content(subject, text.reveal(), html == null ? null : html.reveal());
    }
}
