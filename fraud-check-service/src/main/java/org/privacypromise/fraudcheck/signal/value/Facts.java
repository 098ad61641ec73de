package org.privacypromise.fraudcheck.signal.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one attempt but for the counts; nothing of it tells whom it is about.
 *
 * @param right the right that a request is about
 * @param channel by which way it came
 * @param purpose what a verification's code is for
 * @param disposableMailbox whether the mailbox's provider hands out mailboxes for minutes; null if that was not checked
 */
public record Facts(
        @Nullable String right,
        @Nullable String channel,
        @Nullable String purpose,
        boolean originKnown,
        boolean contactPointKnown,
        boolean customerKnown,
        @Nullable Boolean disposableMailbox) {

    /** Nothing is known. */
    public static Facts none() {
        return new Facts(null, null, null, false, false, false, null);
    }

    Object valueOf(Signal signal) {
        return switch (signal.name()) {
            case "right" -> Objects.requireNonNullElse(right, "");
            case "channel" -> Objects.requireNonNullElse(channel, "");
            case "purpose" -> Objects.requireNonNullElse(purpose, "");
            case "origin.known" -> originKnown;
            case "contact_point.known" -> contactPointKnown;
            case "customer.known" -> customerKnown;
            case "mailbox.checked" -> disposableMailbox != null;
            case "mailbox.disposable" -> Boolean.TRUE.equals(disposableMailbox);
            default -> throw new IllegalArgumentException(signal.name() + " is no fact");
        };
    }
}
