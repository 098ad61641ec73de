package org.privacypromise.identity.customer;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.identity.customer.link.LinkTokens;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.personaldata.keys.KeyFolders;

/** The keys that sign link tokens: a mounted folder of their own, without which the service does not start. */
class LinkKeys {

    @Produces
    @Singleton
    @Startup
    LinkTokens linkTokens(KeyFolders folders, @ConfigProperty(name = "privacy.keys.link") Path folder) {
        return new LinkTokens(new MacKeys(folders.open(folder)));
    }
}
