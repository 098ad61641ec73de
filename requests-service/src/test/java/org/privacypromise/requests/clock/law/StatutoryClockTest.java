package org.privacypromise.requests.clock.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for all facts and all calendars. */
class StatutoryClockTest {

    private static final int ROUNDS = 20_000;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final long seed = Long.getLong("clock.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final SomeHolidays holidays = new SomeHolidays(random);
    private final StatutoryClock clock = new StatutoryClock(SomeLaws.LAWS, holidays);

    @Test
    void under_the_gdpr_a_time_ends_on_a_working_day() {
        forAll((facts, derivation) -> {
            if (rule(facts).rolls()) {
                assertThat(isWorkingDay(derivation.dueDate())).isTrue();
            }
        });
    }

    @Test
    void only_the_end_moves_and_not_further_than_to_the_next_working_day() {
        forAll((facts, derivation) -> {
            if (facts.regime() == Regime.EU_GDPR) {
                LocalDate unmoved = facts.received().plusMonths(facts.extended() ? 3 : 1);
                assertThat(derivation.dueDate()).isAfterOrEqualTo(unmoved);
                assertThat(unmoved.datesUntil(derivation.dueDate())).noneMatch(this::isWorkingDay);
            }
        });
    }

    @Test
    void no_answer_is_due_before_the_time_of_the_law_is_over() {
        forAll((facts, derivation) -> {
            Span time = rule(facts).time();
            assertThat(derivation.dueDate())
                    .isAfterOrEqualTo(
                            facts.received().plusMonths(time.months()).plusDays(time.days() + time.businessDays()));
        });
    }

    @Test
    void an_extension_is_three_months_from_the_start_and_not_from_the_end_of_the_first() {
        forAll((facts, derivation) -> {
            boolean british = facts.regime() == Regime.UK_GDPR && facts.right() != Right.COMPLAINT;
            if (facts.extended() && british && facts.clarificationAsked() == null) {
                LocalDate start = facts.identityReceived() == null ? facts.received() : facts.identityReceived();
                LocalDate unmoved = start.plusMonths(3);
                assertThat(derivation.dueDate()).isAfterOrEqualTo(unmoved);
                assertThat(unmoved.datesUntil(derivation.dueDate())).noneMatch(this::isWorkingDay);
            }
        });
    }

    @Test
    void in_california_and_brazil_days_are_days() {
        forAll((facts, derivation) -> {
            if (facts.regime() == Regime.CCPA && facts.right() != Right.MARKETING_OBJECTION) {
                assertThat(derivation.dueDate()).isEqualTo(facts.received().plusDays(facts.extended() ? 90 : 45));
            }
            if (facts.regime() == Regime.LGPD) {
                assertThat(derivation.dueDate()).isEqualTo(facts.received().plusDays(15));
            }
        });
    }

    @Test
    void who_wants_no_advertising_in_california_waits_fifteen_business_days_at_most() {
        forAll((facts, derivation) -> {
            if (facts.regime() == Regime.CCPA && facts.right() == Right.MARKETING_OBJECTION) {
                assertThat(facts.received()
                                .plusDays(1)
                                .datesUntil(derivation.dueDate().plusDays(1))
                                .filter(this::isWorkingDay))
                        .hasSize(15);
            }
        });
    }

    @Test
    void the_same_facts_give_the_same_derivation() {
        forAll((facts, derivation) ->
                assertThat(clock.derive(derivation.facts())).isEqualTo(derivation));
    }

    @Test
    void whoever_asks_later_is_not_answered_earlier() {
        forAll((facts, derivation) -> {
            Derivation dayAfter = clock.derive(
                    Facts.ofReceipt(facts.received().plusDays(1), facts.place(), facts.regime(), facts.right()));
            Derivation day =
                    clock.derive(Facts.ofReceipt(facts.received(), facts.place(), facts.regime(), facts.right()));
            assertThat(dayAfter.dueDate()).isAfterOrEqualTo(day.dueDate());
        });
    }

    @Test
    void notice_is_due_with_an_extension_only_and_before_the_answer() {
        forAll((facts, derivation) -> {
            if (facts.extended() && rule(facts).extended() != null) {
                assertThat(derivation.noticeBy()).isNotNull().isBefore(derivation.dueDate());
            } else {
                assertThat(derivation.noticeBy()).isNull();
            }
        });
    }

    @Test
    void nothing_that_happens_makes_the_time_shorter() {
        forAll((facts, derivation) -> assertThat(derivation.dueDate())
                .isAfterOrEqualTo(
                        clock.derive(Facts.ofReceipt(facts.received(), facts.place(), facts.regime(), facts.right()))
                                .dueDate()));
    }

    @Test
    void the_first_step_is_the_receipt_and_every_date_is_explained() {
        forAll((facts, derivation) -> {
            assertThat(derivation.steps().getFirst().date()).isEqualTo(facts.received());
            assertThat(derivation.steps()).anyMatch(step -> step.date().equals(derivation.dueDate()));
            assertThat(derivation.steps()).noneMatch(step -> step.because().isBlank());
            assertThat(derivation.calendar()).isEqualTo("some");
            assertThat(derivation.rules()).isEqualTo(SomeLaws.LAWS.edition());
        });
    }

    @Test
    void facts_that_contradict_one_another_are_refused_by_name() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertContradiction("identityReceived", () -> facts(day, day.minusDays(1), null, null));
        assertContradiction("clarificationAsked", () -> facts(day, null, day.minusDays(1), day));
        assertContradiction("clarificationReceived", () -> facts(day, null, day.plusDays(2), day.plusDays(1)));
        assertContradiction("clarificationAsked", () -> facts(day, null, null, day));
    }

    @Test
    void every_step_is_said_in_every_language() {
        forAll((facts, derivation) -> {
            for (String language : Texts.LANGUAGES) {
                assertThat(derivation.steps())
                        .allSatisfy(step -> assertThat(step.because(language, "L"))
                                .isNotBlank()
                                .doesNotContain("{", "}", "\uFFFD"));
            }
            assertThat(derivation.steps())
                    .allSatisfy(step -> assertThat(step.because("en", "the " + facts.regime()))
                            .isEqualTo(step.because()));
        });
    }

    private static Entitlement rule(Facts facts) {
        return SomeLaws.LAWS.of(facts.regime()).require(facts.right());
    }

    private static Facts facts(LocalDate received, LocalDate identity, LocalDate asked, LocalDate answered) {
        return new Facts(received, "X", Regime.UK_GDPR, Right.ACCESS, identity, asked, answered, false);
    }

    private static void assertContradiction(String field, Runnable facts) {
        assertThatThrownBy(facts::run)
                .isInstanceOfSatisfying(
                        ContradictoryFactsException.class,
                        e -> assertThat(e.field()).isEqualTo(field));
    }

    private void forAll(BiConsumer<Facts, Derivation> property) {
        for (int round = 0; round < ROUNDS; round++) {
            Facts facts = someFacts();
            try {
                property.accept(facts, clock.derive(facts));
            } catch (AssertionError e) {
                throw new AssertionError("-Dclock.seed=" + seed + ", " + facts, e);
            }
        }
    }

    private Facts someFacts() {
        Regime regime = Regime.values()[random.nextInt(Regime.values().length)];
        Right[] rights = SomeLaws.LAWS.of(regime).given().toArray(Right[]::new);
        LocalDate received = FIRST.plusDays(random.nextInt(365 * 30));
        LocalDate identity = random.nextInt(3) == 0 ? received.plusDays(random.nextInt(60)) : null;
        LocalDate asked = random.nextInt(3) == 0 ? received.plusDays(random.nextInt(120)) : null;
        LocalDate answered = asked != null && random.nextInt(4) > 0 ? asked.plusDays(random.nextInt(60)) : null;
        return new Facts(
                received,
                "X",
                regime,
                rights[random.nextInt(rights.length)],
                identity,
                asked,
                answered,
                random.nextBoolean());
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays.on(day, "X").isEmpty();
    }

    /** One day in ten, so that long rows of holidays and weekends occur. */
    private static final class SomeHolidays implements Holidays {

        private final Set<LocalDate> days = new HashSet<>();

        SomeHolidays(Random random) {
            for (int i = 0; i < 365 * 35; i++) {
                if (random.nextInt(10) == 0) {
                    days.add(FIRST.plusDays(i));
                }
            }
        }

        @Override
        public Optional<String> on(LocalDate day, String place) {
            return days.contains(day) ? Optional.of("A feast") : Optional.empty();
        }

        @Override
        public String version() {
            return "some";
        }
    }
}
