package org.privacypromise.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Folders of keys as Kubernetes mounts them; gone with the JVM. */
public final class KeyFolders {

    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyFolders() {}

    /** A folder with one key, version 1. */
    public static Path withOneKey() {
        try {
            Path folder = Files.createTempDirectory("keys");
            folder.toFile().deleteOnExit();
            add(folder, 1);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a key with this version. */
    public static void add(Path folder, int version) throws IOException {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Path file = Files.writeString(
                folder.resolve(version + ".key"), Base64.getEncoder().encodeToString(key));
        file.toFile().deleteOnExit();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
