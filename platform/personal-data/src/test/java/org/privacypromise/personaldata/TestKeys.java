package org.privacypromise.personaldata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Key files as an operator makes them. */
public final class TestKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TestKeys() {}

    /** Adds a key with this version to the folder. */
    public static Path add(Path folder, int version) throws IOException {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return write(folder.resolve(version + ".key"), Base64.getEncoder().encodeToString(key));
    }

    public static void activate(Path folder, int version) throws IOException {
        write(folder.resolve("active"), version + "\n");
    }

    static Path write(Path file, String content) throws IOException {
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
