package org.privacypromise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ports that a stack is about to use. Between the look whether a port is free and the part's listening on it lie
 * seconds; a claim keeps every other stack of the same person off meanwhile. One empty file for the whole machine, in
 * which byte n stands for port n, and which the machine itself unlocks when the claimant ends.
 */
final class PortClaims implements AutoCloseable {

    private final FileChannel file;

    private PortClaims(FileChannel file) {
        this.file = file;
    }

    /**
     * Claims everything that these parts listen on, until {@link #close}.
     *
     * @throws StackException if another stack has claimed one of the ports
     */
    static PortClaims of(Ports ports, List<String> parts) {
        PortClaims claims = new PortClaims(open());
        try {
            for (String part : parts) {
                for (int port : ports.allOf(part)) {
                    claims.claim(port, part, ports);
                }
            }
            return claims;
        } catch (RuntimeException e) {
            claims.close();
            throw e;
        }
    }

    private void claim(int port, String part, Ports ports) {
        if (lock(port) == null) {
            throw new StackException("Another stack is being started on port %d right now, and %s needs it. %s"
                    .formatted(port, part, ports.wayOut("Stop that stack", part)));
        }
    }

    private @Nullable FileLock lock(int port) {
        try {
            return file.tryLock(port, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open() {
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"), "privacy-promise-ports-" + System.getProperty("user.name"));
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
