package org.privacypromise.personaldata.keys;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.privacypromise.personaldata.TestKeys;

/** Mounts a folder with one wrapping key, as Kubernetes would. */
public final class MountedKeyFolder implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("wrapping-keys");
            TestKeys.add(folder, 1);
            return Map.of("privacy.keys.wrapping", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
