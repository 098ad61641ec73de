package org.privacypromise.requests;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.privacypromise.teststack.KeyFolders;

/** Mounts the key folders, as Kubernetes would. */
public final class MountedKeys implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "privacy.keys.wrapping", KeyFolders.withOneKey().toString(),
                "privacy.keys.erasure", KeyFolders.withOneKey().toString(),
                "privacy.keys.cursor", KeyFolders.withOneKey().toString());
    }

    @Override
    public void stop() {}
}
