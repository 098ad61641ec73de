package org.privacypromise.frame.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacypromise.teststack.OidcResource;
import org.privacypromise.teststack.PostgreSqlResource;

@QuarkusTest
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(PostgreSqlResource.class)
class RefuseUnsafeSettingsIT {

    @Inject
    DatabaseDurability durability;

    @Inject
    RefuseUnsafeSettings refuse;

    @Test
    void the_database_of_tests_which_is_fast_rather_than_safe_would_be_refused_in_production() {
        assertThat(refuse.unsafe()).extracting(Object::toString).anyMatch(fault -> fault.contains("fsync=off"));
    }

    @Test
    void outside_of_production_a_service_starts_all_the_same() {
        assertThatCode(() -> refuse.start(new StartupEvent())).doesNotThrowAnyException();
    }

    @Test
    void everything_unsafe_is_in_one_message_that_says_what_to_set() {
        assertThatThrownBy(() -> {
                    throw new UnsafeSettingsException(
                            new RefuseUnsafeSettings(settings(Map.of("privacy.client-secret", "secret")), durability)
                                    .unsafe());
                })
                .hasMessageContaining("KAFKA_SECURITY_PROTOCOL")
                .hasMessageContaining("PRIVACY_CLIENT_SECRET")
                .hasMessageContaining("fsync=on");
    }

    @Test
    void a_typed_key_is_found_by_the_name_that_the_environment_gives_its_folder(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("1.key"), Base64.getEncoder().encodeToString(new byte[32]));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(Map.of("PRIVACY_KEYS_WRAPPING", folder.toString()), 300))
                .build();

        assertThat(new RefuseUnsafeSettings(config, durability).unsafe())
                .extracting(Object::toString)
                .anyMatch(fault -> fault.contains("1.key of privacy.keys.wrapping"));
    }

    private static SmallRyeConfig settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
