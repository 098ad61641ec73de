package org.privacypromise.identity.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail is.
 *
 * @param state {@code queued}, {@code accepted} by the mail server, or {@code undeliverable}
 * @param reason why it cannot be delivered: {@code no-address}, {@code not-verified}, {@code refused}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailView(
        UUID mailId,
        String state,
        @Nullable String reason,
        @JsonIgnore boolean settled) {

    static MailView from(OutgoingMail mail) {
        return new MailView(mail.id, mail.state.name().toLowerCase(Locale.ROOT), mail.reason, !mail.isQueued());
    }
}
