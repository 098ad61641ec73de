package org.privacypromise.preferences.choice;

import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * That a customer wants nothing any more.
 *
 * @param allowed {@code false}: a permission is for one thing, so there is no allowing everything at once
 * @param language the language they read it in, such as {@code en} or {@code de-AT}
 * @param noticeVersion the privacy notice that the customer had in front of them, if any; saying no needs none
 */
record EverythingSwitch(
        @NotNull @AssertFalse(message = "must be false: what is wanted is allowed one by one (PATCH /preferences)")
        Boolean allowed,

        @NotBlank @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", message = "must be a language tag like en")
        String language,

        @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9._~-]+") @Nullable
        String noticeVersion) {}
