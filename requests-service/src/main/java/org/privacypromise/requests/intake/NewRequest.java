package org.privacypromise.requests.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.InvalidContactPointException;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.objection.TypedContact;

/**
 * What somebody asks.
 *
 * @param rights at least one, each once; each becomes a request of its own
 * @param place whose calendar counts, one of those that we act in; the usual one unless said otherwise
 * @param verificationId for a guest: the verification that identity-service has begun
 * @param contactPoint instead, of an objection to advertising: where nothing is to be sent any more
 */
record NewRequest(
        @NotNull(message = "at least one right")
        @Size(min = 1, max = 10, message = "at least one right")
        @UniqueElements(message = "each right once")
        List<@NotNull(message = "a right, such as ACCESS") Right> rights,

        @Nullable @Size(max = 20, message = "at most 20 characters")
        String place,

        @Nullable @Pattern(regexp = REFERENCE, message = "as identity-service has answered it")
        String verificationId,

        @Nullable @Valid Typed contactPoint) {

    /** A contact point as the person typed it. */
    record Typed(
            @NotNull(message = "EMAIL or PHONE") ContactPoint.Kind kind,
            @Schema(implementation = String.class) @NotNull PersonalText value) {

        /** @throws ProblemException {@link ProblemType#INVALID} if that is no contact point */
        TypedContact read() {
            try {
                ContactPoint.parse(kind, value, null);
                return new TypedContact(kind, value);
            } catch (InvalidContactPointException e) {
                throw new ProblemException(
                        ProblemType.INVALID,
                        "Correct the named fields and send it again.",
                        new Problem.Fault("/contactPoint/value", String.valueOf(e.getMessage())));
            }
        }
    }

    static final String REFERENCE = "[A-Za-z0-9._~-]{1,128}";
}
