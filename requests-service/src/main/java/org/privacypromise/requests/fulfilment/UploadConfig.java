package org.privacypromise.requests.fulfilment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What systems may hand over. */
@ConfigMapping(prefix = "privacy.upload")
interface UploadConfig {

    /** The largest document that is taken. */
    @WithDefault("64M")
    MemorySize maxSize();
}
