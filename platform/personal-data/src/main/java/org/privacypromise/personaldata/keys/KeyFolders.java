package org.privacypromise.personaldata.keys;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.privacypromise.personaldata.KeyFolder;

/**
 * Opens key folders and keeps them up to date: a key that is mounted, activated or taken away is noticed within ten
 * seconds, without a restart. A folder that becomes unreadable keeps the keys it had.
 */
@Singleton
public class KeyFolders {

    private static final Logger LOG = Logger.getLogger(KeyFolders.class);

    private final Map<Path, KeyFolder> open = new ConcurrentHashMap<>();

    /**
     * The folder at this path.
     *
     * @throws IllegalStateException as {@link KeyFolder#open} does
     */
    public KeyFolder open(Path path) {
        return open.computeIfAbsent(path, KeyFolder::open);
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reload() {
        for (KeyFolder folder : open.values()) {
            try {
                folder.reload();
            } catch (IllegalStateException e) {
                LOG.errorf("Keys stay as they were: %s", e.getMessage());
            }
        }
    }
}
