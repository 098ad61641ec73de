package org.privacypromise.preferences;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Folders with fresh keys, as a secret would be mounted. */
public final class KeysResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "privacy.keys.unsubscribe", folder(),
                "privacy.keys.wrapping", folder(),
                "privacy.keys.contact", folder(),
                "privacy.keys.erasure", folder());
    }

    private static String folder() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Path folder = Files.createTempDirectory("keys");
            Path file = Files.writeString(
                    folder.resolve("1.key"), Base64.getEncoder().encodeToString(key));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
