package org.privacypromise.identity.verification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test the {@link FraudCheck}. */
public final class FraudCheckResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable FraudCheck fraudCheck;

    @Override
    public Map<String, String> start() {
        try {
            fraudCheck = new FraudCheck();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("privacy.fraud-check.url", fraudCheck.url());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(fraudCheck, new TestInjector.MatchesType(FraudCheck.class));
    }

    @Override
    public void stop() {
        if (fraudCheck != null) {
            fraudCheck.close();
        }
    }
}
