package org.privacypromise.teststack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.Map;

/** Gives a Quarkus test a real OpenID provider that has signed what {@link Tokens} makes. */
public final class OidcResource implements QuarkusTestResourceLifecycleManager {

    private final OidcWiremockTestResource provider = new OidcWiremockTestResource();

    @Override
    public Map<String, String> start() {
        String url = provider.start().get("keycloak.url") + "/realms/quarkus";
        return Map.of(
                "quarkus.oidc.auth-server-url",
                url,
                "quarkus.oidc.token.issuer",
                Tokens.ISSUER,
                "quarkus.oidc-client.auth-server-url",
                url,
                "quarkus.oidc-client.client-id",
                "test",
                "quarkus.oidc-client.credentials.secret",
                "test");
    }

    @Override
    public void stop() {
        provider.stop();
    }
}
