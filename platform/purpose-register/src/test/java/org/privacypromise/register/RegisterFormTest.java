package org.privacypromise.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A register that is not written as it must be is refused, field by field. */
class RegisterFormTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("country: FR", "country: France #!", "recipients[carrier].country", "is no country"),
                Arguments.of("country: FR", "country: [FR] #!", "recipients[carrier].country", "a single value"),
                Arguments.of("country: FR", "country: ~ #!", "recipients[carrier].country", "empty"),
                Arguments.of("period: P6Y", "period: six years #!", "retention[tax].period", "is no period"),
                Arguments.of("period: P6Y", "period: P-6Y #!", "retention[tax].period", "cannot be negative"),
                Arguments.of("PT72H }", "3 days } #!", "systems[orders].operations.access", "is no duration"),
                Arguments.of("PT72H }", "PT0S } #!", "systems[orders].operations.access", "longer than zero"),
                Arguments.of(
                        "{ access:", "{ acces: PT1H, access: #!\n ", "systems[orders].operations.acces", "no such"),
                Arguments.of("objectable: true", "objectable: yes #!", "purposes[news].objectable", "false, true"),
                Arguments.of("section: notice", "section: ours #!", "purposes[news].section", "notice, suite"),
                Arguments.of("- key: carrier", "- key: The Carrier #!", "recipients[The Carrier].key", "lower-case"),
                Arguments.of(
                        "[essential.service]",
                        "[Essential Service] #!",
                        "purposes[delivery].uses[Essential Service]",
                        "fid"),
                Arguments.of("version: 1.0.0", "version: one and a half #!", "version", "letters, digits"),
                Arguments.of("tag: de", "tag: German #!\n   ", "languages[German].tag", "language tag"),
                Arguments.of("holds: [user.name]", "holds: user.name #!", "systems[orders].holds", "must be a list"),
                Arguments.of("- consent\n", "- {} #!\n", "purposes[news].legal-basis[0]", "one legal basis"),
                Arguments.of("- consent\n", "- [consent] #!\n", "purposes[news].legal-basis[0]", "single value"),
                Arguments.of("- { key: main, name: Shop }", "- 7 #!", "brands[7]", "group of fields"),
                Arguments.of(
                        "why: You like it.", "why: You like it.\n    wy: Really. #!", "purposes[news].wy", "no such"),
                Arguments.of(
                        "why: You like it.", "why: You like it.\n    why: #!\n", "purposes[news].why", "given twice"),
                Arguments.of(
                        "why: You like it.", "why: You like it.\n    [a, b]: c #!", "purposes[news]", "single word"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void a_mistake_is_named_with_line_and_field(String before, String after, String field, String says) {
        SmallRegister spoilt = SmallRegister.intact().with(before, after);

        assertThat(spoilt.faults()).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(spoilt.markedLine());
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem() + " " + fault.remedy()).contains(says);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"section: notice", "why: You like it.", "name: News", "uses: [marketing.communications]"})
    void a_missing_field_is_named_where_it_belongs(String line) {
        SmallRegister spoilt = SmallRegister.intact().with(line, "").with("- key: news", "- key: news #!");

        assertThat(spoilt.faults())
                .containsExactly(new Fault(
                        spoilt.markedLine(),
                        5,
                        "purposes[news]." + line.substring(0, line.indexOf(':')),
                        "The field is missing.",
                        "Add `" + line.substring(0, line.indexOf(':') + 1) + "`."));
    }

    @Test
    void all_faults_are_reported_at_once_in_the_order_of_the_file() {
        // Given faults of every sort: form, reference, contradiction
        InvalidRegisterException refusal = SmallRegister.intact()
                .with("period: P6Y", "period: long")
                .with("country: FR", "country: US")
                .with("channels: [sms]", "channels: [fax]")
                .with("withdrawable: true", "withdrawable: false")
                .with("why: You like it.", "wy: You like it.")
                .refusal();

        // Then each has its line, and the message is the whole list
        assertThat(refusal.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "recipients[carrier].safeguard",
                        "retention[tax].period",
                        "purposes[delivery].channels[fax]",
                        "purposes[news].why",
                        "purposes[news].wy",
                        "purposes[news].withdrawable");
        assertThat(refusal).hasMessageStartingWith("The purpose register test.yaml is refused:");
        refusal.faults().forEach(fault -> assertThat(refusal).hasMessageContaining(fault.toString()));
    }

    @Test
    void one_mistake_does_not_cause_others_elsewhere() {
        // Given a controller and a section that cannot be read, to which much refers
        SmallRegister spoilt = SmallRegister.intact()
                .with("country: GB, ", "")
                .with(
                        "  - { key: email, name: { en: E-mail, de: E-Mail } }\n  - { key: sms, name: Text message }\n",
                        "  none\n");

        // Then nothing is said about the recipients and purposes that refer to it
        assertThat(spoilt.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("controller.country", "channels");
    }

    @Test
    void a_text_falls_back_visibly_to_the_default_language() {
        PurposeRegister register = SmallRegister.intact().load();
        Text email = register.channels().getFirst().name();
        Text sms = register.channels().getLast().name();

        assertThat(email.in("de")).isEqualTo(new Wording("de", "E-Mail"));
        assertThat(email.in("de-AT")).isEqualTo(new Wording("de", "E-Mail"));
        assertThat(email.in("fr")).isEqualTo(new Wording("en", "E-mail"));
        assertThat(sms.in("de")).isEqualTo(new Wording("en", "Text message"));
        assertThat(register.languages()).extracting(Language::tag).isEqualTo(List.of("en", "de"));
    }

    @Test
    void norway_is_a_country_whatever_yaml_makes_of_no() {
        assertThat(SmallRegister.intact()
                        .with("country: FR", "country: NO")
                        .load()
                        .recipient("carrier"))
                .hasValueSatisfying(carrier -> assertThat(carrier.country()).isEqualTo("NO"));
    }

    @Test
    void periods_are_read_as_calendar_periods_or_without_end() {
        assertThat(SmallRegister.intact()
                        .load()
                        .retentionRule("tax")
                        .orElseThrow()
                        .period())
                .isEqualTo(new RetentionPeriod.Fixed(Period.ofYears(6)));
        assertThat(SmallRegister.intact()
                        .with("period: P6Y", "period: unlimited")
                        .load()
                        .retentionRule("tax")
                        .orElseThrow()
                        .period())
                .isEqualTo(new RetentionPeriod.Unlimited());
    }

    @Test
    void target_times_are_those_of_the_operations_a_system_takes_part_in() {
        RegisteredSystem orders = SmallRegister.intact().load().system("orders").orElseThrow();

        assertThat(orders.targetTime(Operation.ACCESS)).isEqualTo(Duration.ofHours(72));
        assertThat(orders.targetTime(Operation.PREFERENCES)).isNull();
    }

    @Test
    void a_system_without_a_program_has_instructions_for_people_and_no_client() {
        RegisteredSystem system = SmallRegister.intact()
                .with("client: orders", "by-hand: { four-eyes: true, access: Copy the folder. }")
                .load()
                .systems()
                .getFirst();

        assertThat(system.hasConnector()).isFalse();
        assertThat(system.client()).isEmpty();
        assertThat(system.byHand().fourEyes()).isTrue();
        assertThat(system.byHand().instruction(Operation.ACCESS)).isEqualTo(Text.of("en", "Copy the folder."));
        assertThat(system.byHand().instruction(Operation.ERASURE)).isNull();
    }
}
