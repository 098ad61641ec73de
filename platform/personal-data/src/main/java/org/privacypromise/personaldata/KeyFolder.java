package org.privacypromise.personaldata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mounted folder of secret keys. {@code 7.key} holds key version 7: 32 random bytes in base64. A file {@code active}
 * names the version that new work uses; without it that is the highest. There is no default key anywhere.
 *
 * <p>Keys come and go without a restart: {@link #reload()} sees a changed folder as a whole or not at all.
 */
public final class KeyFolder {

    private static final int KEY_BYTES = 32;
    private static final Pattern KEY_FILE = Pattern.compile("([1-9][0-9]{0,8})\\.key");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;
    private volatile KeyRing current;

    private KeyFolder(Path folder) {
        this.folder = folder;
        this.current = read(folder);
    }

    /**
     * Opens the folder.
     *
     * @throws IllegalStateException says which file is wrong and what would be right: no folder, no key, a key of another
     *     length, a key that everybody on the machine can read
     */
    public static KeyFolder open(Path folder) {
        return new KeyFolder(folder);
    }

    /**
     * Reads the folder again.
     *
     * @throws IllegalStateException as {@link #open} does; then the keys stay as they were
     */
    public void reload() {
        current = read(folder);
    }

    /** The keys as they were read last. */
    public KeyRing current() {
        return current;
    }

    private static KeyRing read(Path folder) {
        TreeMap<Integer, byte[]> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                var name = KEY_FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    keys.put(Integer.valueOf(name.group(1)), readKey(file));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The key folder " + folder + " cannot be read: mount it.", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("The key folder " + folder
                    + " holds no key: put 32 random bytes in base64 into a file 1.key there.");
        }
        return new KeyRing(keys, active(folder, keys));
    }

    private static byte[] readKey(Path file) {
        if (isOpenToOthers(file)) {
            throw new IllegalStateException("Everybody on this machine may use the key file " + file
                    + ": take the rights of others away (chmod o-rwx).");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text(file));
        } catch (IllegalArgumentException e) {
            // Its message quotes the file, so it is not kept as the cause.
            throw new IllegalStateException("The key file " + file + " is not base64.");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("The key file " + file + " holds " + key.length + " bytes instead of "
                    + KEY_BYTES + ": make one with `openssl rand -base64 32`.");
        }
        return key;
    }

    private static int active(Path folder, Map<Integer, byte[]> keys) {
        Path file = folder.resolve("active");
        if (!Files.exists(file)) {
            return keys.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
        String version = text(file);
        return keys.keySet().stream()
                .filter(known -> known.toString().equals(version))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(
                        "The file " + file + " must name one of the key versions " + keys.keySet() + "."));
    }

    private static boolean isOpenToOthers(Path file) {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class, new LinkOption[0]);
        try {
            return posix != null
                    && posix.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static IllegalStateException unreadable(Path file, IOException e) {
        return new IllegalStateException(
                "The key file " + file + " cannot be read: give the service's user the right to.", e);
    }
}
