package org.privacypromise.requests.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Right;

/**
 * What somebody asks.
 *
 * @param rights at least one, each once; each becomes a request of its own
 * @param place whose calendar counts, one of those that we act in; the usual one unless said otherwise
 * @param verificationId for a guest: the verification that identity-service has begun
 */
record NewRequest(
        @NotNull(message = "at least one right")
        @Size(min = 1, max = 10, message = "at least one right")
        @UniqueElements(message = "each right once")
        List<@NotNull(message = "a right, such as ACCESS") Right> rights,

        @Nullable @Size(max = 20, message = "at most 20 characters")
        String place,

        @Nullable @Pattern(regexp = REFERENCE, message = "as identity-service has answered it")
        String verificationId) {

    static final String REFERENCE = "[A-Za-z0-9._~-]{1,128}";
}
