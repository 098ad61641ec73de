package org.privacypromise.preferences.unsubscribe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.unsubscribe.MailerKeyRepository.Issued;

/**
 * A key of a mailer. What is made with it works until the key is withdrawn, as long as our own key is there that it came
 * from, whatever newer keys there are.
 *
 * @param id the version of our own key, a dot and the serial: both stand in each link
 * @param withdrawnAt since when links made with it do nothing; null if they work
 * @param secret 32 bytes in base64url; told once, when the key is issued
 * @param linkPrefix what stands before a token in a link
 * @param mailtoPrefix the same where a mail program writes instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailerKeyView(
        String id,
        String system,
        String purpose,
        String brand,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String secret,
        @Nullable String linkPrefix,
        @Nullable String mailtoPrefix) {

    static MailerKeyView from(Issued issued) {
        return view(issued, null, null, null);
    }

    static MailerKeyView withSecret(Issued issued, UnsubscribeTokens tokens) {
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(tokens.secretOf(issued.key()));
        return view(issued, secret, tokens.linkPrefix(), tokens.mailtoPrefix());
    }

    private static MailerKeyView view(
            Issued issued, @Nullable String secret, @Nullable String linkPrefix, @Nullable String mailtoPrefix) {
        return new MailerKeyView(
                issued.key().id(),
                issued.system(),
                issued.key().purpose(),
                issued.key().brand(),
                issued.issuedAt(),
                issued.issuedBy(),
                issued.withdrawnAt(),
                issued.withdrawnBy(),
                secret,
                linkPrefix,
                mailtoPrefix);
    }
}
