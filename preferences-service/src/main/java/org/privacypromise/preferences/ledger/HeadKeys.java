package org.privacypromise.preferences.ledger;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.personaldata.PublicKeySet;
import org.privacypromise.personaldata.SigningKey;
import org.privacypromise.personaldata.SigningKeys;
import org.privacypromise.personaldata.keys.KeyFolders;

/** The mounted keys that sign heads: a folder of their own, without which the service does not start. */
@Singleton
@Startup
class HeadKeys {

    private final SigningKeys keys;

    HeadKeys(KeyFolders folders, @ConfigProperty(name = "privacy.keys.ledger") Path folder) {
        this.keys = new SigningKeys(folders.open(folder));
    }

    SigningKey active() {
        return keys.active();
    }

    PublicKeySet publicKeys() {
        return keys.publicKeys();
    }
}
