package org.privacypromise.identity.seal;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.personaldata.keys.KeyFolders;

/** The keys under which codes lie at rest: a mounted folder of their own, without which the service does not start. */
class SealKeys {

    @Produces
    @Singleton
    @Startup
    Seals seals(KeyFolders folders, @ConfigProperty(name = "privacy.keys.code") Path folder) {
        return new Seals(new MacKeys(folders.open(folder)));
    }
}
