package org.privacypromise.identity.mail;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a mail is for: a customer, or whoever proved control of a contact point in a verification. Never an address. */
public record Recipient(
        @Nullable String customerId, @Nullable UUID verificationId) {

    public Recipient {
        if ((customerId == null) == (verificationId == null)) {
            throw new IllegalArgumentException("a mail is for a customer or for a verification");
        }
    }

    public static Recipient customer(String customerId) {
        return new Recipient(customerId, null);
    }

    public static Recipient verification(UUID verificationId) {
        return new Recipient(null, verificationId);
    }

    String id() {
        return customerId != null
                ? customerId
                : Objects.requireNonNull(verificationId).toString();
    }
}
