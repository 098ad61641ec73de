package org.privacypromise.preferences.unsubscribe;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.KeyRing;
import org.privacypromise.personaldata.keys.KeyFolders;
import org.privacypromise.preferences.unsubscribe.token.MailerKey;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/**
 * Makes and reads unsubscribe links with the mounted keys. The active key signs; every key that lies in the folder is
 * honoured, so that a mail from before the last rotation keeps working.
 */
@ApplicationScoped
class UnsubscribeTokens {

    private final URI baseUrl;
    private final @Nullable String mailbox;
    private final KeyFolder keys;

    UnsubscribeTokens(
            UnsubscribeConfig config,
            KeyFolders folders,
            @ConfigProperty(name = "privacy.keys.unsubscribe") Path folder) {
        this.baseUrl = config.baseUrl();
        this.mailbox = config.mailbox().orElse(null);
        this.keys = folders.open(folder);
    }

    UnsubscribeLink linkFor(UnsubscribeToken token) {
        KeyRing ring = keys.current();
        String text = token.signed(ring.active(), bytes(ring, ring.active()));
        return UnsubscribeLink.to(
                URI.create(linkPrefix() + text), mailbox == null ? null : URI.create(mailtoPrefix(mailbox) + text));
    }

    /** What stands before a token in a link. */
    String linkPrefix() {
        return baseUrl + "/u/";
    }

    /** What stands before a token where a mail program writes; null if there is no mailbox for it. */
    @Nullable
    String mailtoPrefix() {
        return mailbox == null ? null : mailtoPrefix(mailbox);
    }

    // In the subject, for a token is longer than the name of a mailbox may be (RFC 5321: 64 characters).
    private static String mailtoPrefix(String mailbox) {
        return "mailto:" + mailbox + "?subject=";
    }

    /** The version of our key that new keys of mailers come from. */
    int activeVersion() {
        return keys.current().active();
    }

    byte[] secretOf(MailerKey key) {
        return key.secret(bytes(keys.current(), key.keyVersion()));
    }

    Optional<UnsubscribeToken> read(String text) {
        KeyRing ring = keys.current();
        Map<Integer, byte[]> byVersion = ring.versions().stream()
                .collect(Collectors.toMap(Function.identity(), version -> bytes(ring, version)));
        return UnsubscribeToken.read(text, byVersion);
    }

    private static byte[] bytes(KeyRing ring, int version) {
        return ring.key(version, "HmacSHA256").getEncoded();
    }
}
