package org.privacypromise.sample;

import java.time.InstantSource;

/** The marketing system: it sends mail, only to those who allow it at that moment, and runs competitions. */
public final class MarketingSystem {

    private MarketingSystem() {}

    public static void main(String[] args) {
        SampleSystem.run(MarketingSystem::create);
    }

    static SampleSystem create(Environment environment) {
        var system = new SampleSystem("marketing", environment);
        var links = new UnsubscribeLinks(environment.address("PREFERENCES_URL"), system.suite());
        var contactRefs = new ContactRefs(environment.address("IDENTITY_URL"), system.suite());
        var post = new OutgoingPost(
                environment.text("SMTP_HOST"),
                environment.port("SMTP_PORT"),
                environment.text("MAIL_FROM", "news@shop.example"));
        var audience = new Audience(system.database(), InstantSource.system());
        var messages = new SentMessages(system.database(), InstantSource.system());

        return system.holding(audience)
                .reporting(messages)
                .serving("POST", "/mailings", new Mailings(system.choices(), links, post, audience, messages))
                .serving("POST", "/entries", new Entries(contactRefs, audience));
    }
}
