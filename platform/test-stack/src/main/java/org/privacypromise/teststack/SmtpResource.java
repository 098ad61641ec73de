package org.privacypromise.teststack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test a real SMTP server of its own, injectable as {@link SmtpServer}. */
public final class SmtpResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable SmtpServer server;

    @Override
    public Map<String, String> start() {
        server = SmtpServer.start(0);
        return Map.of("quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", String.valueOf(server.port()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(SmtpServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
