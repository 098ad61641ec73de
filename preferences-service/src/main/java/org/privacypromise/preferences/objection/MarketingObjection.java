package org.privacypromise.preferences.objection;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wants nothing advertised: a customer, or whoever is reached by a contact point.
 *
 * @param language in which they said so
 */
record MarketingObjection(
        @Nullable @Pattern(regexp = REFERENCE) String customerId,
        @Nullable @Pattern(regexp = REFERENCE) String contactRef,

        @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a language tag like en")
        String language) {

    private static final String REFERENCE = "[A-Za-z0-9._~-]{1,128}";

    @AssertTrue(message = "name one of customerId and contactRef")
    boolean isAboutOne() {
        return (customerId == null) != (contactRef == null);
    }
}
