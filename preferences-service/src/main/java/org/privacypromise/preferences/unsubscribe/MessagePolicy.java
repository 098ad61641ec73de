package org.privacypromise.preferences.unsubscribe;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.register.ChoiceCell;
import org.privacypromise.register.PurposeRegister;

/** Which messages get an unsubscribe link. */
@ApplicationScoped
class MessagePolicy {

    static final String NO_CONTACT_POINT = "We know no contact point of that customer for this channel.";

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    private final PurposeRegister register;

    MessagePolicy(PurposeRegister register) {
        this.register = register;
    }

    /** What is wrong, or null; it repeats nothing of the message. */
    @Nullable
    String fault(Message message) {
        if ((message.customerId() == null) == (message.contactRef() == null)) {
            return "Send either customerId or contactRef.";
        }
        if (Stream.of(message.customerId(), message.contactRef())
                .anyMatch(id -> id != null && !REFERENCE.matcher(id).matches())) {
            return "An ID has 1 to 128 characters of A-Z a-z 0-9 . _ ~ -";
        }
        if (register.choice(message.purpose(), message.channel(), message.brand())
                .filter(ChoiceCell::changeable)
                .isEmpty()) {
            return "There is no choice of this purpose, channel and brand to opt out of.";
        }
        return message.customerId() != null && message.kind() == null
                ? "Messages on this channel go to no contact point."
                : null;
    }
}
