package org.privacypromise.fraudcheck.rule;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rules in force: the file that {@code privacy.fraud.rules} names, else the default ones. Rules with faults keep the
 * service from starting, and all of them are told at once.
 */
class RuleSource {

    @Produces
    @Singleton
    @Startup
    RuleSet rules(@ConfigProperty(name = "privacy.fraud.rules") Optional<Path> file) {
        return file.map(RuleSetLoader::load).orElseGet(RuleSetLoader::loadDefault);
    }
}
