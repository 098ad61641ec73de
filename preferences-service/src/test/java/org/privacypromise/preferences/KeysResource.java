package org.privacypromise.preferences;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.privacypromise.teststack.KeyFolders;

/** Folders with fresh keys, as a secret would be mounted. */
public final class KeysResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "privacy.keys.unsubscribe", KeyFolders.withOneKey().toString(),
                "privacy.keys.ledger", KeyFolders.withOneKey().toString(),
                "privacy.ledger.head-interval", "5s",
                "privacy.keys.wrapping", KeyFolders.withOneKey().toString(),
                "privacy.keys.contact", KeyFolders.withOneKey().toString(),
                "privacy.keys.erasure", KeyFolders.withOneKey().toString());
    }

    @Override
    public void stop() {}
}
