package org.privacypromise.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.register.LegalBasis.CONSENT;
import static org.privacypromise.register.LegalBasis.CONTRACT;
import static org.privacypromise.register.LegalBasis.LEGAL_OBLIGATION;
import static org.privacypromise.register.LegalBasis.LEGITIMATE_INTERESTS;
import static org.privacypromise.register.LegalBasis.PER_RECIPIENT;
import static org.privacypromise.register.LegalBasis.SOFT_OPT_IN;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The register that ships keeps to the notice: nothing left out, nothing invented. */
class DefaultRegisterTest {

    private final PurposeRegister register = RegisterLoader.loadDefault();

    static Stream<Arguments> rows_of_the_notice() {
        return Stream.of(
                Arguments.of("identify-customer", List.of(LEGAL_OBLIGATION, LEGITIMATE_INTERESTS)),
                Arguments.of("deliver-purchases", List.of(CONTRACT)),
                Arguments.of("feedback", List.of(LEGITIMATE_INTERESTS, CONTRACT)),
                Arguments.of("improve-service", List.of(LEGITIMATE_INTERESTS)),
                Arguments.of("personalise", List.of(LEGITIMATE_INTERESTS)),
                Arguments.of("back-in-stock", List.of()),
                Arguments.of("off-site-adverts", List.of(LEGITIMATE_INTERESTS, CONSENT)),
                Arguments.of("monitor-visits", List.of(LEGITIMATE_INTERESTS, LEGAL_OBLIGATION)),
                Arguments.of("social-log-on", List.of()),
                Arguments.of("public-sources-against-fraud", List.of(LEGITIMATE_INTERESTS)),
                Arguments.of("competitions", List.of()),
                Arguments.of("allocate-customer-id", List.of(CONTRACT)),
                Arguments.of("marketing-main", List.of(CONSENT, SOFT_OPT_IN)),
                Arguments.of("marketing-marketplace", List.of(CONSENT, SOFT_OPT_IN)),
                Arguments.of("legal-retention", List.of(LEGAL_OBLIGATION)),
                Arguments.of("transfers-abroad", List.of(PER_RECIPIENT)));
    }

    @ParameterizedTest
    @MethodSource("rows_of_the_notice")
    void each_row_of_the_notice_has_the_legal_bases_it_names(String key, List<LegalBasis> bases) {
        Purpose purpose = register.purpose(key).orElseThrow();

        assertThat(purpose.section()).isEqualTo(Section.NOTICE);
        assertThat(purpose.grounds()).extracting(Ground::basis).isEqualTo(bases);
        assertThat(purpose.decision() != null).as("left to the controller").isEqualTo(bases.isEmpty());
    }

    @Test
    void there_is_no_purpose_that_the_notice_or_the_suite_does_not_have() {
        assertThat(register.purposes())
                .filteredOn(purpose -> purpose.section() == Section.NOTICE)
                .extracting(Purpose::key)
                .containsExactlyInAnyOrderElementsOf(
                        rows_of_the_notice().map(row -> (String) row.get()[0]).toList());
        assertThat(register.purposes())
                .filteredOn(purpose -> purpose.section() == Section.SUITE)
                .extracting(Purpose::key)
                .containsExactly("answer-requests", "consent-evidence", "suppression", "fraud-counters", "access-log");
    }

    @Test
    void what_the_notice_leaves_open_is_shown_to_operators() {
        assertThat(register.openDecisions())
                .extracting(OpenDecision::field)
                .contains(
                        "purposes[back-in-stock].legal-basis",
                        "purposes[social-log-on].legal-basis",
                        "purposes[competitions].legal-basis",
                        "retention[account].period",
                        "recipients[carriers]");
    }

    @Test
    void conditions_of_a_legal_basis_are_kept() {
        assertThat(register.purpose("off-site-adverts").orElseThrow().grounds().get(1))
                .satisfies(ground -> assertThat(ground.basis()).isEqualTo(CONSENT))
                .satisfies(ground -> assertThat(ground.condition())
                        .extracting(condition -> condition.in("en").text())
                        .isEqualTo("For ad technologies, through the cookie notice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "sms", "push", "post", "phone"})
    void marketing_is_off_until_the_customer_chooses_it_for_each_channel(String channel) {
        ChoiceCell main = register.choice("marketing-main", channel, "main").orElseThrow();

        assertThat(main.changeable()).isTrue();
        assertThat(main.allowedByDefault()).isFalse();
        assertThat(main.grounds()).extracting(Ground::basis).contains(CONSENT);
        assertThat(register.choice("marketing-marketplace", channel, "marketplace"))
                .hasValueSatisfying(cell -> assertThat(cell.changeable()).isTrue());
        assertThat(register.choice("marketing-marketplace", channel, "main")).isEmpty();
    }

    @Test
    void choices_hold_every_cell_once_and_a_service_message_cannot_be_switched_off() {
        assertThat(register.choices())
                .doesNotHaveDuplicates()
                .allSatisfy(cell -> assertThat(register.choice(cell.purpose(), cell.channel(), cell.brand()))
                        .contains(cell));
        assertThat(register.choice("deliver-purchases", "email", "main"))
                .hasValueSatisfying(cell -> assertThat(cell.changeable()).isFalse())
                .hasValueSatisfying(cell -> assertThat(cell.allowedByDefault()).isTrue());
    }

    @Test
    void two_systems_follow_choices_and_six_answer_requests() {
        assertThat(register.systemsFor(Operation.PREFERENCES))
                .extracting(RegisteredSystem::client)
                .containsExactly("orders", "marketing");
        assertThat(register.systemsFor(Operation.ACCESS))
                .extracting(RegisteredSystem::key)
                .containsExactly("orders", "marketing", "identity", "preferences", "requests", "fraud-check");
        assertThat(register.systemsFor(Operation.ERASURE)).isEqualTo(register.systemsFor(Operation.ACCESS));
    }

    @Test
    void an_erasure_leaves_only_what_a_rule_with_a_law_and_a_period_keeps() {
        assertThat(register.systems())
                .filteredOn(system -> !system.keeps().isEmpty())
                .extracting(RegisteredSystem::key)
                .containsExactly("orders", "preferences", "requests", "fraud-check");
        assertThat(register.systems())
                .flatExtracting(RegisteredSystem::keeps)
                .extracting(Keep::retention)
                .containsExactly("tax-records", "suppression", "consent-evidence", "request-records", "fraud-counters")
                .allSatisfy(rule -> assertThat(
                                register.retentionRule(rule).orElseThrow().law())
                        .isNotBlank());
    }

    @Test
    void every_recipient_abroad_has_a_safeguard_and_norway_is_a_country() {
        assertThat(register.recipients())
                .filteredOn(recipient -> register.controller().needsSafeguard(recipient.country()))
                .isNotEmpty()
                .allSatisfy(recipient -> assertThat(recipient.safeguard()).isNotNull());
        assertThat(register.controller().needsSafeguard("NO")).isFalse();
        assertThat(register.controller().needsSafeguard("GB")).isFalse();
    }
}
