package org.privacypromise.frame;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;

/**
 * The purpose register that all services share: the file that {@code privacy.register} names, else the default one. A
 * register with faults keeps the service from starting, and all of them are told at once.
 */
class RegisterSource {

    @Produces
    @Singleton
    @Startup
    PurposeRegister register(@ConfigProperty(name = "privacy.register") Optional<Path> file) {
        return file.map(RegisterLoader::load).orElseGet(RegisterLoader::loadDefault);
    }
}
