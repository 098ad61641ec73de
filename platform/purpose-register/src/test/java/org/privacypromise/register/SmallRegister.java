package org.privacypromise.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/**
 * The smallest register that holds together, to be spoilt. A spoilt line carries {@code #!}, so that a test compares the
 * line of a fault with the line that was really changed.
 */
final class SmallRegister {

    private static final String MARK = "#!";
    private static final String YAML = """
            version: 1.0.0
            controller: { name: The shop, country: GB, contact: The privacy team, adequate-countries: [FR, NO] }
            languages:
              - { tag: en, name: English }
              - { tag: de, name: Deutsch }
            brands:
              - { key: main, name: Shop }
            channels:
              - { key: email, name: { en: E-mail, de: E-Mail } }
              - { key: sms, name: Text message }
            data-categories:
              - { key: user.name, name: Your name }
              - { key: user.contact.email, name: Your e-mail address }
            recipients:
              - key: carrier
                name: A carrier
                country: FR
            retention:
              - key: tax
                period: P6Y
                from: year-ended
                law: Tax Act
                words: Six years.
            systems:
              - key: orders
                name: Orders
                client: orders
                holds: [user.name]
                operations: { access: PT72H }
            purposes:
              - key: delivery
                section: notice
                name: Delivery
                what: We deliver.
                why: You ordered.
                legal: Our contract.
                legal-basis: [contract]
                uses: [essential.service]
                data:
                  - category: user.name
                    required: No parcel without it.
                brands: [main]
                channels: [sms]
                service-message: It is about your parcel.
                recipients: [carrier]
                retention: [tax]
              - key: news
                section: notice
                name: News
                what: We write.
                why: You like it.
                legal: You allowed it.
                legal-basis:
                  - consent
                uses: [marketing.communications]
                data:
                  - category: user.contact.email
                    optional: No news.
                brands: [main]
                channels: [email]
                choosable: { main: [email] }
                unless-chosen: refused
                objectable: true
                withdrawable: true
                retention: [tax]
            """;

    private final String yaml;

    private SmallRegister(String yaml) {
        this.yaml = yaml;
    }

    static SmallRegister intact() {
        return new SmallRegister(YAML);
    }

    /** With the last occurrence of a piece of text replaced by another. */
    SmallRegister with(String before, String after) {
        int at = yaml.lastIndexOf(before);
        assertThat(at).as("the register contains: " + before).isNotNegative();
        return new SmallRegister(yaml.substring(0, at) + after + yaml.substring(at + before.length()));
    }

    PurposeRegister load() {
        return RegisterLoader.parse("test.yaml", yaml);
    }

    InvalidRegisterException refusal() {
        InvalidRegisterException refusal = catchThrowableOfType(InvalidRegisterException.class, this::load);
        assertThat(refusal).as("refused").isNotNull();
        return refusal;
    }

    List<Fault> faults() {
        return refusal().faults();
    }

    int markedLine() {
        return (int) yaml.substring(0, yaml.indexOf(MARK)).lines().count();
    }
}
