package org.privacypromise.preferences.guest;

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
import org.privacypromise.preferences.guest.token.ConfirmationToken;

/** Makes and reads confirmation links, with keys that are derived from those for unsubscribe links. */
@ApplicationScoped
class ConfirmationLinks {

    private final URI baseUrl;
    private final KeyFolder keys;

    ConfirmationLinks(
            GuestConfig config, KeyFolders folders, @ConfigProperty(name = "privacy.keys.unsubscribe") Path folder) {
        this.baseUrl = config.baseUrl();
        this.keys = folders.open(folder);
    }

    URI linkFor(PendingOptIn pending) {
        KeyRing ring = keys.current();
        ConfirmationToken token = new ConfirmationToken(pending.id(), pending.expiresAt());
        return URI.create(baseUrl + "/c/" + token.signed(ring.active(), bytes(ring, ring.active())));
    }

    Optional<ConfirmationToken> read(String text) {
        KeyRing ring = keys.current();
        Map<Integer, byte[]> byVersion = ring.versions().stream()
                .collect(Collectors.toMap(Function.identity(), version -> bytes(ring, version)));
        return ConfirmationToken.read(text, byVersion);
    }

    private static byte[] bytes(KeyRing ring, int version) {
        return ring.key(version, "HmacSHA256").getEncoded();
    }
}
