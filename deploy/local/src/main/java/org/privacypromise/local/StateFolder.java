package org.privacypromise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The folder with everything a stack writes: one command at a time may change it. */
final class StateFolder {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long ROOM = Optional.ofNullable(System.getenv("SUITE_MIN_FREE_MB"))
            .map(Long::parseLong)
            .orElse(1024L);

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    /** Runs this while no other command starts or stops parts of the same stack. */
    <T> T exclusively(Supplier<T> action) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (FileChannel file = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = tryLock(file)) {
                if (lock == null) {
                    throw new StackException(
                            "Another command is starting or stopping this stack; wait until it is done.");
                }
                return action.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Makes sure that the databases have room to write: a full disk stops them in the middle. */
    void requireRoom() {
        requireRoom(ROOM);
    }

    void requireRoom(long megabytes) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            if (free < megabytes) {
                throw new StackException(
                        "The disk that holds %s has %d MB left, and the stack needs %d MB. Free some space and try again."
                                .formatted(folder, free, megabytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes everything, and nothing that is not a stack's. */
    void delete() {
        if (!Files.exists(folder.resolve("ports.properties"))) {
            return;
        }
        deleteTree(folder);
    }

    /** Deletes this folder, if it is there, and everything in it; links are deleted, not followed. */
    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            List<Path> insideOut = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : insideOut) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
