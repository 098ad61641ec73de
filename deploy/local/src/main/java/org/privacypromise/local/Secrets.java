package org.privacypromise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every password and key of this stack: made at random when first asked for, kept in files that only their owner can
 * read. There is no default anywhere.
 */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password with this name, such as {@code client/orders}. */
    String password(String name) {
        return read(passwordFile(name));
    }

    /** The file that holds this password and nothing else. */
    Path passwordFile(String name) {
        return make(folder.resolve(name), Secrets::randomPassword);
    }

    /** A folder of key files as the services mount it: {@code 1.key} holds 256 random bits in base64. */
    Path keys(String name) {
        Path keys = folder.resolve("keys").resolve(name);
        make(keys.resolve("1.key"), Secrets::randomKey);
        return keys;
    }

    /** The environment variable that carries this secret into a process: {@code SECRET_CLIENT_ORDERS}. */
    static String variable(String name) {
        return "SECRET_" + name.toUpperCase(Locale.ROOT).replace('/', '_').replace('-', '_');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password that is written nowhere. */
    static String randomPassword() {
        // Letters and digits only: it goes into URLs, shells and people's heads.
        return RANDOM.ints(24, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static synchronized Path make(Path file, Supplier<String> content) {
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent(), only("rwx------"));
            Path draft = Files.createTempFile(file.getParent(), ".new", null, only("rw-------"));
            Files.writeString(draft, content.get());
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
