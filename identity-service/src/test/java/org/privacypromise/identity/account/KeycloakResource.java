package org.privacypromise.identity.account;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test the accounts of {@link KeycloakAdmin}. */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable KeycloakAdmin keycloak;

    @Override
    public int order() {
        // After OidcResource, which names another provider for the client's own tokens.
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            keycloak = new KeycloakAdmin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.oidc-client.auth-server-url", keycloak.realm(),
                "privacy.accounts.url", keycloak.realm().replace("/realms", "/admin/realms"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(keycloak, new TestInjector.MatchesType(KeycloakAdmin.class));
    }

    @Override
    public void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }
}
