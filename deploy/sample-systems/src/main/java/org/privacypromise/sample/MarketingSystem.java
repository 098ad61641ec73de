package org.privacypromise.sample;

import java.time.InstantSource;

/** The marketing system: it sends mail, and only to those who allow it at that moment. */
public final class MarketingSystem {

    private MarketingSystem() {}

    public static void main(String[] args) {
        SampleSystem.run(MarketingSystem::create);
    }

    static SampleSystem create(Environment environment) {
        var tokens = new AccessTokens(
                environment.address("OIDC_TOKEN_URL"),
                environment.text("CLIENT_ID"),
                environment.file("CLIENT_SECRET_FILE"),
                InstantSource.system());
        var links = new UnsubscribeLinks(environment.address("PREFERENCES_URL"), tokens);
        var post = new OutgoingPost(
                environment.text("SMTP_HOST"),
                environment.port("SMTP_PORT"),
                environment.text("MAIL_FROM", "news@shop.example"));

        var system = new SampleSystem("marketing", environment);
        return system.serving("POST", "/mailings", new Mailings(system.choices(), links, post));
    }
}
