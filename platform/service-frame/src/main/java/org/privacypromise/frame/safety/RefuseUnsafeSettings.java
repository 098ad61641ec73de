package org.privacypromise.frame.safety;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.privacypromise.frame.safety.rule.DevelopmentKeys;
import org.privacypromise.frame.safety.rule.SafetyRules;
import org.privacypromise.frame.safety.rule.UnsafeSetting;

/**
 * A service in production does not start with unsafe settings, and says all of them at once. On one machine they are all
 * right: {@code privacy.unsafe-settings=local} says so, and the log that it was said.
 */
@Singleton
class RefuseUnsafeSettings {

    private static final Logger LOG = Logger.getLogger(RefuseUnsafeSettings.class);
    private static final String KEYS = "privacy.keys.";
    private static final int BEFORE_ANY_JOB = 1;

    private final Config config;
    private final DatabaseDurability durability;

    RefuseUnsafeSettings(Config config, DatabaseDurability durability) {
        this.config = config;
        this.durability = durability;
    }

    /** @throws UnsafeSettingsException which ends the start */
    void start(@Observes @Priority(BEFORE_ANY_JOB) StartupEvent starting) {
        if (!ConfigUtils.isProfileActive("prod")) {
            return;
        }
        List<UnsafeSetting> unsafe = unsafe();
        if (unsafe.isEmpty()) {
            return;
        }
        if (!setting("privacy.unsafe-settings").equals("local")) {
            throw new UnsafeSettingsException(unsafe);
        }
        LOG.warnf("For this machine only (PRIVACY_UNSAFE_SETTINGS=local): %d settings are unsafe", unsafe.size());
    }

    List<UnsafeSetting> unsafe() {
        return Stream.of(
                        SafetyRules.check(name -> config.getOptionalValue(name, String.class)),
                        keys(),
                        SafetyRules.checkDatabase(durability.parameters()))
                .flatMap(settings -> settings)
                .toList();
    }

    // Names from the environment come as they are written there.
    private Stream<UnsafeSetting> keys() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .filter(name -> name.startsWith(KEYS))
                .distinct()
                .sorted()
                .flatMap(name -> DevelopmentKeys.in(name, Path.of(setting(name))));
    }

    private String setting(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
