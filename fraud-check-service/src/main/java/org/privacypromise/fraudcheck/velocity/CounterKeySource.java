package org.privacypromise.fraudcheck.velocity;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.personaldata.keys.KeyFolders;

/** The key folder {@code privacy.keys.counters}; it has no default, and the service does not start without it. */
class CounterKeySource {

    @Produces
    @Singleton
    @Startup
    CounterKeys counterKeys(KeyFolders folders, @ConfigProperty(name = "privacy.keys.counters") Path folder) {
        return new CounterKeys(new MacKeys(folders.open(folder)));
    }
}
