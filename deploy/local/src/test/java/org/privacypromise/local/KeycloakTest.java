package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakTest {

    @TempDir
    Path folder;

    private Keycloak keycloak;

    @BeforeEach
    void a_new_stack() {
        keycloak = new Keycloak(Site.in(folder));
    }

    @Test
    void a_stack_that_has_never_started_has_no_outdated_realm() {
        assertThat(keycloak.realmIsOutdated()).isFalse();
    }

    @Test
    void a_realm_stays_the_one_that_was_imported_and_another_one_is_noticed() throws IOException {
        // Given
        keycloak.start();
        assertThat(keycloak.realmIsOutdated()).isFalse();
        Path imported = folder.resolve("data/keycloak/data/import/privacy-promise-realm.json");

        // When: this was another version's
        Files.writeString(imported, "{\"realm\": \"privacy-promise\"}");
        keycloak.start();

        // Then
        assertThat(imported).hasContent("{\"realm\": \"privacy-promise\"}");
        assertThat(keycloak.realmIsOutdated()).isTrue();
    }
}
