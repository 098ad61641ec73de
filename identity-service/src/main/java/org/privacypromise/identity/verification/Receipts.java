package org.privacypromise.identity.verification;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.identity.verification.receipt.Receipt;
import org.privacypromise.personaldata.PublicKeySet;
import org.privacypromise.personaldata.SigningKeys;
import org.privacypromise.personaldata.keys.KeyFolders;

/** Signs receipts with the mounted keys: a folder of their own, without which the service does not start. */
@Singleton
@Startup
class Receipts {

    private static final String ISSUER = "identity-service";
    private static final String EVIDENCE = "contact-point-control";

    private final SigningKeys keys;

    Receipts(KeyFolders folders, @ConfigProperty(name = "privacy.keys.receipt") Path folder) {
        this.keys = new SigningKeys(folders.open(folder));
    }

    String issue(Verification proven) {
        Receipt receipt = new Receipt(
                ISSUER,
                proven.id.toString(),
                proven.contactRef,
                proven.purpose.key(),
                proven.requestId,
                EVIDENCE,
                Objects.requireNonNull(proven.concludedAt));
        return keys.active().sign(Receipt.TYPE, receipt.json());
    }

    PublicKeySet publicKeys() {
        return keys.publicKeys();
    }
}
