package org.privacypromise.requests.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacypromise.requests.clock.law.Entitlement;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Law;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Place;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.clock.law.Span;
import org.privacypromise.requests.clock.law.StatutoryClock;
import org.privacypromise.requests.clock.law.Texts;

class ReadLawsTest {

    private static final Laws LAWS = ReadLaws.ofTheService();
    private static final Set<String> MEMBER_STATES = Set.of(
            "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO".split(" "));

    @Test
    void every_law_is_there_with_its_sources_and_in_every_language() {
        assertThat(LAWS.laws().keySet()).containsExactlyInAnyOrder(Regime.values());
        for (Law law : LAWS.laws().values()) {
            assertThat(law.sources()).isNotEmpty().allSatisfy(source -> {
                assertThat(source.url()).startsWith("https://");
                assertThat(source.read()).matches("20\\d\\d-\\d\\d(-\\d\\d)?");
            });
            assertThat(Texts.LANGUAGES.stream().map(law.name()::in)).doesNotHaveDuplicates();
            assertThat(law.rights().values())
                    .extracting(Entitlement::article)
                    .allSatisfy(article -> assertThat(article).isNotBlank());
        }
    }

    @Test
    void every_state_of_the_european_economic_area_is_there_and_names_its_authority() {
        assertThat(LAWS.allPlaces().stream()
                        .filter(place -> place.regime() == Regime.EU_GDPR)
                        .map(Place::key)
                        .filter(key -> key.length() == 2)
                        .collect(Collectors.toSet()))
                .isEqualTo(MEMBER_STATES);
        for (Place place : LAWS.allPlaces()) {
            for (String language : Texts.LANGUAGES) {
                assertThat(LAWS.complaints(place.regime(), place.key(), language))
                        .contains(place.authority())
                        .doesNotContain("{");
            }
        }
        assertThat(LAWS.complaints(Regime.EU_GDPR, "FR", "fr")).contains("cnil.fr");
    }

    @Test
    void the_laws_differ_where_they_do() {
        assertThat(rule(Regime.UK_GDPR, Right.ACCESS).pausesForClarification()).isTrue();
        assertThat(LAWS.laws().values().stream()
                        .flatMap(law -> law.rights().values().stream())
                        .filter(Entitlement::pausesForClarification))
                .hasSize(1);
        assertThat(rule(Regime.CCPA, Right.ERASURE).confirm()).isEqualTo(new Span(0, 0, 10));
        assertThat(rule(Regime.CCPA, Right.MARKETING_OBJECTION).time()).isEqualTo(new Span(0, 0, 15));
        assertThat(rule(Regime.LGPD, Right.ACCESS).ours()).isFalse();
        assertThat(rule(Regime.LGPD, Right.ERASURE).ours()).isTrue();
        assertThat(rule(Regime.UK_GDPR, Right.COMPLAINT).confirm()).isEqualTo(new Span(0, 30, 0));
        assertThat(LAWS.of(Regime.EU_GDPR).given()).doesNotContain(Right.COMPLAINT);
        assertThat(LAWS.of(Regime.CCPA).given()).doesNotContain(Right.HUMAN_REVIEW, Right.RESTRICTION);
    }

    @Test
    void a_complaint_is_acknowledged_within_thirty_days_in_the_united_kingdom() {
        var derivation = new StatutoryClock(LAWS, new JollydayHolidays(LAWS))
                .derive(Facts.ofReceipt(LocalDate.parse("2026-07-01"), "GB-ENG", Regime.UK_GDPR, Right.COMPLAINT));

        assertThat(derivation.steps())
                .anyMatch(step -> step.date().equals(LocalDate.parse("2026-07-31"))
                        && step.because().contains("we confirm"));
        assertThat(derivation.dueDate()).isEqualTo("2026-07-31");
    }

    @Test
    void a_file_with_faults_is_refused_with_the_place_of_each() {
        String broken = file().replace("edition:", "editoin:").replaceFirst("time: P1M", "time: one month");

        assertThatThrownBy(() -> ReadLaws.parse(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 10, column 1: editoin: There is no such field here.")
                .hasMessageContaining("`one month` is no time. Use such as P1M, P45D or B15.");
        for (String wrong : List.of("", "- a", "edition: 1", file() + "\nmore: 1")) {
            assertThatThrownBy(() -> ReadLaws.parse(wrong)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> ReadLaws.parse(file().replaceFirst("zone: Europe/London", "zone: Europe/Londn")))
                .hasMessageContaining("places[GB-ENG].zone");
    }

    @Test
    void every_text_exists_in_every_language() {
        for (String name : List.of("de", "fr", "es", "it")) {
            assertThat(keys(name)).isEqualTo(keys("en"));
        }
    }

    private static Set<String> keys(String language) {
        return text("/law/derivation_" + language + ".properties")
                .lines()
                .map(line -> line.split("=", 2)[0])
                .collect(Collectors.toSet());
    }

    private static Entitlement rule(Regime regime, Right right) {
        return LAWS.of(regime).entitlement(right).orElseThrow();
    }

    private static String file() {
        return text("/" + ReadLaws.FILE);
    }

    private static String text(String resource) {
        try (var stream = ReadLawsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
