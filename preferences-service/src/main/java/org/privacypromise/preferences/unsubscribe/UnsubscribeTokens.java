package org.privacypromise.preferences.unsubscribe;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.KeyRing;
import org.privacypromise.personaldata.keys.KeyFolders;
import org.privacypromise.preferences.unsubscribe.token.UnsubscribeToken;

/**
 * Makes and reads unsubscribe links with the mounted keys. The active key signs; every key that lies in the folder is
 * honoured, so that a mail from before the last rotation keeps working.
 */
@ApplicationScoped
class UnsubscribeTokens {

    private final URI baseUrl;
    private final KeyFolder keys;

    UnsubscribeTokens(
            UnsubscribeConfig config,
            KeyFolders folders,
            @ConfigProperty(name = "privacy.keys.unsubscribe") Path folder) {
        this.baseUrl = config.baseUrl();
        this.keys = folders.open(folder);
    }

    UnsubscribeLink linkFor(UnsubscribeToken token) {
        KeyRing ring = keys.current();
        return UnsubscribeLink.to(
                URI.create(baseUrl + "/u/" + token.signed(ring.active(), bytes(ring, ring.active()))));
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
