package org.privacypromise.preferences.legacyimport;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work that goes on beside the caller's own, one piece at a time: the database is busy with one part of a file while the
 * next is read. Closing waits for the last piece.
 */
final class Beside<T> implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private Future<T> piece;

    /** @param first to begin with */
    Beside(Callable<T> first) {
        piece = thread.submit(first);
    }

    /** What the last piece has come to. */
    T result() throws SQLException {
        try {
            return piece.get();
        } catch (ExecutionException e) {
            Throwable fault = Objects.requireNonNull(e.getCause(), "an ExecutionException has a cause");
            if (fault instanceof SQLException refused) {
                throw refused;
            } else if (fault instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw new IllegalStateException(fault);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Begins with the next piece; the one before must have come to its result. */
    void next(Callable<T> work) {
        piece = thread.submit(work);
    }

    @Override
    public void close() {
        thread.close();
    }
}
