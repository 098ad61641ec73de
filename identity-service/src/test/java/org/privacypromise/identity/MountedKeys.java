package org.privacypromise.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Mounts the key folders, as Kubernetes would. */
public final class MountedKeys implements QuarkusTestResourceLifecycleManager {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "privacy.keys.wrapping", folder().toString(),
                "privacy.keys.contact", folder().toString(),
                "privacy.keys.link", folder().toString());
    }

    /** A folder with one key. */
    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("keys");
            add(folder, 1);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void add(Path folder, int version) throws IOException {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Path file = Files.writeString(
                folder.resolve(version + ".key"), Base64.getEncoder().encodeToString(key));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void stop() {}
}
