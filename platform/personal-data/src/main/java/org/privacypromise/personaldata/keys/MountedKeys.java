package org.privacypromise.personaldata.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.WrappingKeys;

/**
 * The keys that a service is given. A service that uses one of them does not start without its folder; neither has a
 * default.
 */
class MountedKeys {

    private static final String WRAPPING = "privacy.keys.wrapping";
    private static final String CONTACT = "privacy.keys.contact";

    @Produces
    @Singleton
    WrappingKeys wrappingKeys(KeyFolders folders, @ConfigProperty(name = WRAPPING) Path folder) {
        return new WrappingKeys(folders.open(folder));
    }

    // Only identity-service and preferences-service hold the contact key.
    @Produces
    @Singleton
    BlindIndex blindIndex(KeyFolders folders, @ConfigProperty(name = CONTACT) Path folder) {
        return new BlindIndex(folders.open(folder));
    }

    void refuseBrokenKeys(
            @Observes StartupEvent start,
            KeyFolders folders,
            @ConfigProperty(name = WRAPPING) Path wrapping,
            @ConfigProperty(name = CONTACT) Optional<Path> contact) {
        folders.open(wrapping);
        contact.ifPresent(folders::open);
    }
}
