package org.privacypromise.requests;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Gives a Quarkus test the other services of {@link OtherServices}. */
public final class OtherServicesResource implements QuarkusTestResourceLifecycleManager {

    private OtherServices services;

    @Override
    public int order() {
        // After OidcResource, which names another provider for the client's own tokens.
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            services = new OtherServices();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "privacy.preferences.url",
                services.url(),
                "quarkus.oidc-client.auth-server-url",
                services.url() + "/realms/shop",
                "privacy.identity.url",
                services.url(),
                "privacy.requests.url",
                "http://localhost:1",
                "privacy.client-secret",
                "test",
                "privacy.fraud-check.url",
                services.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(services, new TestInjector.MatchesType(OtherServices.class));
    }

    @Override
    public void stop() {
        if (services != null) {
            services.close();
        }
    }
}
