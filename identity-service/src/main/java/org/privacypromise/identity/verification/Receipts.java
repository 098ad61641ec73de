package org.privacypromise.identity.verification;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.identity.verification.receipt.Receipt;
import org.privacypromise.identity.verification.receipt.SigningKey;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.KeyRing;
import org.privacypromise.personaldata.keys.KeyFolders;

/**
 * Signs receipts with the mounted keys: a folder of their own, without which the service does not start. The active key
 * signs; every key that lies in the folder is published, so that a receipt from before a rotation can still be checked.
 */
@Singleton
@Startup
class Receipts {

    private static final String ISSUER = "identity-service";
    private static final String EVIDENCE = "contact-point-control";

    private final KeyFolder folder;

    Receipts(KeyFolders folders, @ConfigProperty(name = "privacy.keys.receipt") Path folder) {
        this.folder = folders.open(folder);
    }

    String issue(Verification proven) {
        KeyRing ring = folder.current();
        return new Receipt(
                        ISSUER,
                        proven.id.toString(),
                        proven.contactRef,
                        proven.purpose.key(),
                        proven.requestId,
                        EVIDENCE,
                        Objects.requireNonNull(proven.concludedAt))
                .sign(key(ring, ring.active()));
    }

    List<SigningKey> keys() {
        KeyRing ring = folder.current();
        return ring.versions().stream().map(version -> key(ring, version)).toList();
    }

    private static SigningKey key(KeyRing ring, int version) {
        return SigningKey.of(
                Integer.toString(version), ring.key(version, "Ed25519").getEncoded());
    }
}
