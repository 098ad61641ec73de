package org.privacypromise.subjecttasks;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.personaldata.MacKeys;
import org.privacypromise.personaldata.keys.KeyFolders;

/** The erasure key, the same for all services: a mounted folder of its own, without which a service does not start. */
class ErasureKeys {

    @Produces
    @Singleton
    @Startup
    SubjectRefs subjectRefs(KeyFolders folders, @ConfigProperty(name = "privacy.keys.erasure") Path folder) {
        return new SubjectRefs(new MacKeys(folders.open(folder)));
    }
}
