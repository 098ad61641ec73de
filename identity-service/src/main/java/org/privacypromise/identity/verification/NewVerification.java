package org.privacypromise.identity.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.EmailAddress;
import org.privacypromise.personaldata.InvalidContactPointException;
import org.privacypromise.personaldata.PersonalText;

/**
 * What somebody wants a code for.
 *
 * @param contactPoint where the code goes, known here or not
 * @param requestId the request it is about, if there is one already; a download needs one
 */
record NewVerification(
        @NotNull @Valid Typed contactPoint,
        @NotNull Purpose purpose,

        @Nullable @Pattern(regexp = "[A-Za-z0-9._~-]{1,128}", message = "a request's ID")
        String requestId) {

    /** A contact point as somebody typed it. */
    record Typed(
            @NotNull ContactPoint.Kind kind,
            @Schema(implementation = String.class) @NotNull PersonalText value) {}

    EmailAddress address() {
        if (contactPoint.kind() != ContactPoint.Kind.EMAIL) {
            throw invalid("/contactPoint/kind", "Codes go to e-mail addresses (EMAIL).");
        }
        if (purpose == Purpose.PACKAGE_DOWNLOAD && requestId == null) {
            throw invalid("/requestId", "Name the request whose answer is to be fetched.");
        }
        try {
            return EmailAddress.parse(contactPoint.value());
        } catch (InvalidContactPointException e) {
            throw invalid("/contactPoint/value", String.valueOf(e.getMessage()));
        }
    }

    private static ProblemException invalid(String pointer, String whatToDo) {
        return new ProblemException(
                ProblemType.INVALID,
                "Correct the named fields and send it again.",
                new Problem.Fault(pointer, whatToDo));
    }
}
