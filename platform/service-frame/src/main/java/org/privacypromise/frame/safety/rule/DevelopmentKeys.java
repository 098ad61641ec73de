package org.privacypromise.frame.safety.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keys that somebody has typed: all zeros, a counted row, a sentence. Whether they are there at all, their user checks. */
public final class DevelopmentKeys {

    // Of 32 random bytes, fewer than 20 different ones come once in more keys than will ever be made.
    private static final int FEWEST_DIFFERENT = 20;

    private DevelopmentKeys() {}

    /**
     * Every such key in this folder.
     *
     * @param setting the name of the setting that says where the folder is
     */
    public static Stream<UnsafeSetting> in(String setting, Path folder) {
        return files(folder).stream()
                .filter(DevelopmentKeys::isTyped)
                .map(file -> new UnsafeSetting(
                        "the key " + file.getFileName() + " of " + setting + " is none that was made at random",
                        "make one with `openssl rand -base64 32`"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isTyped(Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return different(key) < FEWEST_DIFFERENT || isReadable(key) || isCounted(key);
    }

    private static long different(byte[] key) {
        return bytes(key).distinct().count();
    }

    private static boolean isReadable(byte[] key) {
        return bytes(key).allMatch(letter -> letter >= ' ' && letter <= '~');
    }

    private static boolean isCounted(byte[] key) {
        for (int i = 2; i < key.length; i++) {
            if ((byte) (key[i] - key[i - 1]) != (byte) (key[1] - key[0])) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Byte> bytes(byte[] key) {
        return IntStream.range(0, key.length).mapToObj(i -> key[i]);
    }
}
