package org.privacypromise.local;

import java.util.logging.Level;
import java.util.logging.LogManager;

/** How much the libraries in a JVM of this module log, to its standard error. */
final class Logs {

    private Logs() {}

    /** Only what this level says, or worse. */
    static void from(Level level) {
        LogManager.getLogManager().getLogger("").setLevel(level);
    }
}
