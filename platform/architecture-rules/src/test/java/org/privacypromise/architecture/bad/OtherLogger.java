package org.privacypromise.architecture.bad;

import java.util.logging.Logger;

class OtherLogger {
    void log() {
        Logger.getLogger("other").info("done");
    }
}
