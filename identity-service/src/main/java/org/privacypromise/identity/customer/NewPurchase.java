package org.privacypromise.identity.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.personaldata.ContactPoint;
import org.privacypromise.personaldata.InvalidContactPointException;
import org.privacypromise.personaldata.PersonalText;

/**
 * What a checkout says about a purchase.
 *
 * @param purchaseReference the checkout's own name for it, unique in that client
 * @param accountId the signed-in account ({@code sub}) that made it, if one did
 */
record NewPurchase(
        @NotNull @Pattern(regexp = REFERENCE, message = "1 to 100 letters, digits or . _ : -")
        String purchaseReference,

        @NotEmpty(message = "at least one e-mail address or phone number") @Size(max = 10, message = "at most 10")
        List<@NotNull @Valid Typed> contactPoints,

        @Nullable @Pattern(regexp = ACCOUNT, message = "the account's ID (claim sub)")
        String accountId) {

    // Neither can hold an e-mail address.
    private static final String REFERENCE = "[A-Za-z0-9._:-]{1,100}";
    private static final String ACCOUNT = "[A-Za-z0-9-]{1,64}";

    /** A contact point as the customer typed it. */
    record Typed(
            @NotNull ContactPoint.Kind kind,
            @Schema(implementation = String.class) @NotNull PersonalText value) {}

    /** Normalised, each once. */
    List<ContactPoint> read(@Nullable String region) {
        LinkedHashSet<ContactPoint> read = new LinkedHashSet<>();
        List<Problem.Fault> faults = new ArrayList<>();
        for (int i = 0; i < contactPoints.size(); i++) {
            try {
                read.add(ContactPoint.parse(
                        contactPoints.get(i).kind(), contactPoints.get(i).value(), region));
            } catch (InvalidContactPointException e) {
                faults.add(new Problem.Fault("/contactPoints/" + i + "/value", String.valueOf(e.getMessage())));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Correct the named fields and send it again.",
                    faults.toArray(new Problem.Fault[0]));
        }
        return List.copyOf(read);
    }
}
