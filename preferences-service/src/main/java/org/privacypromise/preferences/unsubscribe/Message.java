package org.privacypromise.preferences.unsubscribe;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/**
 * A message that somebody means to send: whose it is, and about what.
 *
 * @param customerId whose; or else
 * @param contactRef the contact point's reference
 */
public record Message(
        @Size(max = 128) @Pattern(regexp = REFERENCE) @Nullable
        String customerId,

        @Size(max = 128) @Pattern(regexp = REFERENCE) @Nullable
        String contactRef,

        @NotBlank @Size(max = 64) String purpose,
        @NotBlank @Size(max = 64) String channel,
        @NotBlank @Size(max = 64) String brand) {

    static final String REFERENCE = "[A-Za-z0-9._~-]+";

    private static final Map<String, String> KIND_OF_CHANNEL =
            Map.of("email", "EMAIL", "sms", "PHONE", "phone", "PHONE");

    /** What kind of contact point it goes to; null if it goes to none. */
    @Nullable
    String kind() {
        return KIND_OF_CHANNEL.get(channel);
    }

    UnsubscribeToken token(String contactRef) {
        return new UnsubscribeToken(contactRef, purpose, channel, brand);
    }
}
