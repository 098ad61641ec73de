package org.privacypromise.preferences.ledger;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.personaldata.KeyFolder;
import org.privacypromise.personaldata.KeyRing;
import org.privacypromise.personaldata.keys.KeyFolders;
import org.privacypromise.preferences.ledger.chain.HeadKey;

/**
 * The mounted keys that sign heads: a folder of their own, without which the service does not start. The active key
 * signs; every key that lies in the folder is published, so that a head from before a rotation can still be checked.
 */
@Singleton
@Startup
class HeadKeys {

    private final KeyFolder folder;

    HeadKeys(KeyFolders folders, @ConfigProperty(name = "privacy.keys.ledger") Path folder) {
        this.folder = folders.open(folder);
    }

    HeadKey active() {
        KeyRing ring = folder.current();
        return key(ring, ring.active());
    }

    List<HeadKey> all() {
        KeyRing ring = folder.current();
        return ring.versions().stream().map(version -> key(ring, version)).toList();
    }

    private static HeadKey key(KeyRing ring, int version) {
        return HeadKey.of(version, ring.key(version, "Ed25519").getEncoded());
    }
}
