package org.privacypromise.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A register that contradicts itself is refused, and the refusal names the line and the field. */
class ContradictionTest {

    static Stream<Arguments> contradictions() {
        return Stream.of(
                spoilt(
                        "an unknown legal basis",
                        "- consent\n",
                        "- curiosity #!\n",
                        "purposes[news].legal-basis[curiosity]",
                        "`curiosity` is not known here. Use one of: consent, contract, legal-obligation"),
                spoilt(
                        "no legal basis and no open decision",
                        "legal-basis: [contract]",
                        "legal-basis: [] #!",
                        "purposes[delivery].legal-basis",
                        "has no legal basis"),
                spoilt(
                        "a legal basis that is given and left open",
                        "legal-basis: [contract]",
                        "legal-basis: [contract]\n    decision: controller-must-decide #!",
                        "purposes[delivery].decision",
                        "yet left to be decided"),
                spoilt(
                        "a purpose without data use",
                        "[essential.service]",
                        "[] #!",
                        "purposes[delivery].uses",
                        "data use"),
                spoilt(
                        "a purpose without data",
                        "\n      - category: user.contact.email\n        optional: No news.",
                        " [] #!",
                        "purposes[news].data",
                        "uses no data"),
                spoilt(
                        "data both required and optional",
                        "- category: user.contact.email\n",
                        "- category: user.contact.email #!\n        required: Really.\n",
                        "purposes[news].data[user.contact.email]",
                        "either required or optional"),
                spoilt(
                        "a purpose for no brand",
                        "brands: [main]\n    channels: [sms]",
                        "brands: [] #!\n    channels: []",
                        "purposes[delivery].brands",
                        "serves no brand"),
                spoilt(
                        "data that nothing ends",
                        "withdrawable: true\n    retention: [tax]",
                        "withdrawable: true\n    retention: [] #!",
                        "purposes[news].retention",
                        "how long the data is kept"),
                spoilt("retention without law", "law: Tax Act", "law: #!", "retention[tax].law", "is empty"),
                spoilt(
                        "a recipient abroad without safeguard",
                        "- key: carrier\n    name: A carrier\n    country: FR",
                        "- key: carrier #!\n    name: A carrier\n    country: US",
                        "recipients[carrier].safeguard",
                        "is in US, and nothing protects the data"),
                spoilt(
                        "consent for ever",
                        "withdrawable: true",
                        "withdrawable: false #!",
                        "purposes[news].withdrawable",
                        "Art. 7(3)"),
                spoilt(
                        "consent by silence",
                        "unless-chosen: refused",
                        "unless-chosen: allowed #!",
                        "purposes[news].unless-chosen",
                        "silence is no consent"),
                spoilt(
                        "interests without objection",
                        "- key: delivery",
                        "- key: delivery #!",
                        "legal-basis: [contract]",
                        "legal-basis: [legitimate-interests]",
                        "purposes[delivery].objectable",
                        "Art. 21(1)"),
                spoilt(
                        "marketing without objection",
                        "objectable: true",
                        "objectable: false #!",
                        "purposes[news].objectable",
                        "always object to direct marketing"),
                spoilt(
                        "marketing without choice",
                        "choosable: { main: [email] }",
                        "choosable: { main: [] } #!",
                        "purposes[news].choosable",
                        "cannot choose each of its channels"),
                spoilt(
                        "marketing as a service message",
                        "unless-chosen: refused",
                        "unless-chosen: refused\n    service-message: You want it, we know. #!",
                        "purposes[news].service-message",
                        "never a service message"),
                spoilt(
                        "a message that stays on without reason",
                        "channels: [sms]\n    service-message: It is about your parcel.",
                        "channels: [sms] #!",
                        "purposes[delivery].channels",
                        "nothing tells them why"),
                spoilt(
                        "a transfer to nobody",
                        "legal-basis: [contract]",
                        "legal-basis: [per-recipient]",
                        "recipients: [carrier]",
                        "recipients: [] #!",
                        "purposes[delivery].recipients",
                        "depend on the recipient"),
                spoilt(
                        "a choice for another brand",
                        "choosable: { main: [email] }",
                        "choosable: { main: [email], outlet: [email] } #!",
                        "purposes[news].choosable.outlet",
                        "`outlet` is no brand of this purpose"),
                spoilt(
                        "a choice on a channel that is not used",
                        "choosable: { main: [email] }",
                        "choosable: { main: [email, sms] } #!",
                        "purposes[news].choosable.main[sms]",
                        "`sms` is no channel of this purpose"),
                spoilt(
                        "an unknown brand",
                        "brands: [main]\n    channels: [sms]",
                        "brands: [main, outlet] #!\n    channels: [sms]",
                        "purposes[delivery].brands[outlet]",
                        "Use one of: main"),
                spoilt(
                        "an unknown channel",
                        "channels: [sms]",
                        "channels: [sms, fax] #!",
                        "purposes[delivery].channels[fax]",
                        "Use one of: email, sms"),
                spoilt(
                        "an unknown recipient",
                        "recipients: [carrier]",
                        "recipients: [carier] #!",
                        "purposes[delivery].recipients[carier]",
                        "Use one of: carrier"),
                spoilt(
                        "an unknown retention rule",
                        "recipients: [carrier]\n    retention: [tax]",
                        "recipients: [carrier]\n    retention: [taxes] #!",
                        "purposes[delivery].retention[taxes]",
                        "is no retention rule"),
                spoilt(
                        "an unknown data category",
                        "- category: user.contact.email",
                        "- category: user.email #!",
                        "purposes[news].data[user.email].category",
                        "is no data category"),
                spoilt(
                        "a text in an unknown language",
                        "en: E-mail, de: E-Mail } }",
                        "en: E-mail, fr: Courriel } } #!",
                        "channels[email].name.fr",
                        "correct its name to one of: de, en"),
                spoilt(
                        "a text missing in the default language",
                        "en: E-mail, de: E-Mail } }",
                        "de: E-Mail } } #!",
                        "channels[email].name.en",
                        "missing"),
                spoilt(
                        "a system with data of an unknown category",
                        "holds: [user.name]",
                        "holds: [user.shoe_size] #!",
                        "systems[orders].holds[user.shoe_size]",
                        "is no data category"),
                spoilt(
                        "a system with data for no purpose",
                        "- { key: user.contact.email, name: Your e-mail address }",
                        "- { key: user.contact.email, name: Your e-mail address }\n  - { key: user.payment, name: Cards }",
                        "holds: [user.name]",
                        "holds: [user.name, user.payment] #!",
                        "systems[orders].holds[user.payment]",
                        "no purpose uses it"),
                spoilt(
                        "a system that takes part in nothing",
                        "operations: { access: PT72H }",
                        "operations: {} #!",
                        "systems[orders].operations",
                        "takes part in nothing"),
                spoilt(
                        "a system that is probed for what it does not erase",
                        "operations: { access: PT72H }",
                        "operations: { access: PT72H, probe: PT1H } #!",
                        "systems[orders].operations.probe",
                        "nothing to look for"),
                spoilt(
                        "a system that passes data on to nobody knows whom",
                        "operations: { access: PT72H }",
                        "passes-on: [carriers] #!\n    operations: { access: PT72H }",
                        "systems[orders].passes-on[carriers]",
                        "is no recipient"),
                spoilt(
                        "a system whose tasks nobody knows how to do",
                        "client: orders",
                        "by-hand: { erasure: Shred it. } #!",
                        "systems[orders].by-hand",
                        "how to do `access`"),
                spoilt(
                        "a system that follows choices by hand",
                        "client: orders",
                        "by-hand: { access: Copy it. }",
                        "operations: { access: PT72H }",
                        "operations: { access: PT72H, preferences: PT1M } #!",
                        "systems[orders].operations.preferences",
                        "nobody does by hand"),
                spoilt(
                        "a service of the suite whose tasks are done by hand",
                        "client: orders",
                        "suite: true\n    by-hand: { access: Copy it. } #!",
                        "key: orders",
                        "key: requests",
                        "systems[requests].by-hand",
                        "do their tasks themselves"),
                spoilt(
                        "a system that keeps data by an unknown rule",
                        "operations: { access: PT72H }",
                        "keeps:\n      - { retention: taxes, categories: [user.name] } #!\n"
                                + "    operations: { access: PT72H, erasure: PT72H }",
                        "systems[orders].keeps[taxes].retention",
                        "is no retention rule"),
                spoilt(
                        "a system that keeps data for as long as nobody has decided",
                        "period: P6Y\n    from: year-ended\n    law: Tax Act",
                        "decision: controller-must-decide",
                        "operations: { access: PT72H }",
                        "keeps:\n      - { retention: tax, categories: [user.name] } #!\n"
                                + "    operations: { access: PT72H, erasure: PT72H }",
                        "systems[orders].keeps[tax].retention",
                        "is not decided"),
                spoilt(
                        "a system that keeps what it does not hold",
                        "operations: { access: PT72H }",
                        "keeps:\n      - { retention: tax, categories: [user.contact.email] } #!\n"
                                + "    operations: { access: PT72H, erasure: PT72H }",
                        "systems[orders].keeps[tax].categories[user.contact.email]",
                        "is no data category that the system holds"),
                spoilt(
                        "a system that keeps nothing by a rule",
                        "operations: { access: PT72H }",
                        "keeps:\n      - { retention: tax, categories: [] } #!\n"
                                + "    operations: { access: PT72H, erasure: PT72H }",
                        "systems[orders].keeps[tax].categories",
                        "Nothing is kept"),
                spoilt(
                        "a system that keeps data after an erasure in which it takes no part",
                        "operations: { access: PT72H }",
                        "keeps: #!\n      - { retention: tax, categories: [user.name] }\n"
                                + "    operations: { access: PT72H }",
                        "systems[orders].keeps",
                        "takes part in none"),
                spoilt(
                        "a system that keeps one category by two rules",
                        "words: Six years.",
                        "words: Six years.\n  - { key: court, period: P6Y, from: sold, law: Limitation Act, words: Six. }",
                        "operations: { access: PT72H }",
                        "keeps:\n      - { retention: tax, categories: [user.name] }\n"
                                + "      - { retention: court, categories: [user.name] } #!\n"
                                + "    operations: { access: PT72H, erasure: PT72H }",
                        "systems[orders].keeps[court].categories[user.name]",
                        "by another rule already"),
                spoilt(
                        "a system that keeps data by the same rule twice",
                        "operations: { access: PT72H }",
                        "keeps:\n      - { retention: tax, categories: [user.name] }\n"
                                + "      - { retention: tax, categories: [user.contact.email] } #!\n"
                                + "    operations: { access: PT72H, erasure: PT72H }",
                        "holds: [user.name]",
                        "holds: [user.name, user.contact.email]",
                        "systems[orders].keeps[tax]",
                        "already"),
                spoilt(
                        "an unknown system that says it is one of the suite's own",
                        "- key: orders\n    name: Orders\n    client: orders",
                        "- key: orders #!\n    name: Orders\n    client: orders\n    suite: true",
                        "systems[orders].key",
                        "is no service of the suite. Use one of: fraud-check, identity, preferences, requests."),
                spoilt("a key used twice", "- key: news", "- key: delivery #!", "purposes[delivery]", "already"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void is_refused_with_line_and_field(String what, SmallRegister spoilt, String field, String says) {
        assertThat(spoilt.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(spoilt.markedLine());
            assertThat(fault.column()).isPositive();
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem() + " " + fault.remedy()).contains(says);
        });
    }

    @Test
    void what_is_not_spoilt_is_accepted() {
        assertThat(SmallRegister.intact().load().purposes()).hasSize(2);
    }

    @Test
    void what_a_duty_keeps_is_read_rule_by_rule() {
        RegisteredSystem orders = SmallRegister.intact()
                .with(
                        "operations: { access: PT72H }",
                        "keeps: [{ retention: tax, categories: [user.name] }]\n" + "    operations: { erasure: PT72H }")
                .load()
                .system("orders")
                .orElseThrow();

        assertThat(orders.keeps()).containsExactly(new Keep("tax", List.of("user.name")));
    }

    @Test
    void a_safeguard_allows_a_recipient_abroad() {
        PurposeRegister register = SmallRegister.intact()
                .with("country: FR", "country: US\n    safeguard: Standard contractual clauses")
                .load();

        assertThat(register.recipient("carrier"))
                .hasValueSatisfying(carrier ->
                        assertThat(carrier.safeguard()).isEqualTo(Text.of("en", "Standard contractual clauses")));
    }

    @Test
    void what_is_left_to_the_controller_needs_no_law_and_no_legal_basis() {
        // Given a purpose and a retention rule that are both open, one with its question
        PurposeRegister register = SmallRegister.intact()
                .with("period: P6Y\n    from: year-ended\n    law: Tax Act", "decision: controller-must-decide")
                .with("legal-basis: [contract]", "decision: { controller-must-decide: Consent or contract }")
                .load();

        // Then both are shown as open
        assertThat(register.openDecisions())
                .containsExactly(
                        new OpenDecision(
                                "purposes[delivery].legal-basis", new Decision(Text.of("en", "Consent or contract"))),
                        new OpenDecision(
                                "retention[tax].period", new Decision(Text.of("en", "The notice does not say."))));
    }

    private static Arguments spoilt(String what, String before, String after, String field, String says) {
        return Arguments.of(what, SmallRegister.intact().with(before, after), field, says);
    }

    private static Arguments spoilt(
            String what, String before, String after, String before2, String after2, String field, String says) {
        return Arguments.of(what, SmallRegister.intact().with(before, after).with(before2, after2), field, says);
    }
}
