package org.privacypromise.requests.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.requests.clock.law.Derivation;
import org.privacypromise.requests.clock.law.Facts;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.clock.law.StatutoryClock;

/** Dates that somebody has worked out by hand, with the real calendars. */
class DeadlinesTest {

    private static final Pattern CIRCUMSTANCE = Pattern.compile(
            "(extended)?" + "(?:identity asked; received (\\S+))?" + "(?:clarification asked (\\S+) received (\\S+))?");

    private static final Laws LAWS = ReadLaws.ofTheService();

    private final StatutoryClock clock = new StatutoryClock(LAWS, new JollydayHolidays(LAWS));

    @TestFactory
    Stream<DynamicTest> the_worked_examples_come_out_right() {
        List<String> lines = lines("/deadlines.csv");
        assertThat(lines).hasSize(16);
        return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> check(line.split(",", 7))));
    }

    private void check(String[] row) {
        Matcher circumstance = CIRCUMSTANCE.matcher(row[3]);
        assertThat(circumstance.matches()).as(row[3]).isTrue();
        Derivation derivation = clock.derive(new Facts(
                LocalDate.parse(row[0]),
                row[1],
                Regime.valueOf(row[2]),
                Right.ACCESS,
                date(circumstance.group(2)),
                date(circumstance.group(3)),
                date(circumstance.group(4)),
                circumstance.group(1) != null));

        assertThat(derivation.dueDate()).isEqualTo(row[4]);
        assertThat(derivation.noticeBy()).isEqualTo(date(row[5]));
    }

    // Worked out with a wall calendar and gov.uk/bank-holidays, citizensinformation.ie, and the German states' laws.
    @ParameterizedTest
    @CsvSource({
        // Christmas: the 25th and its neighbours, a Saturday, a Sunday, the substitute on Monday the 28th
        "2026-11-24, GB-ENG, 2026-12-24",
        "2026-11-25, GB-ENG, 2026-12-29",
        "2026-11-26, GB-ENG, 2026-12-29",
        "2026-11-28, GB-ENG, 2026-12-29",
        "2027-11-25, GB-ENG, 2027-12-29",
        "2026-12-01, GB-ENG, 2027-01-04",
        // Scotland: 2 January and its substitute, no Easter Monday, the early summer holiday, the World Cup
        "2026-12-01, GB-SCT, 2027-01-05",
        "2025-12-02, GB-SCT, 2026-01-05",
        "2026-03-06, GB-SCT, 2026-04-06",
        "2026-03-06, GB-ENG, 2026-04-07",
        "2026-07-03, GB-SCT, 2026-08-04",
        "2026-07-03, GB-ENG, 2026-08-03",
        "2026-07-31, GB-SCT, 2026-08-31",
        "2026-07-31, GB-ENG, 2026-09-01",
        "2026-05-15, GB-SCT, 2026-06-16",
        "2026-05-15, GB-ENG, 2026-06-15",
        "2025-10-30, GB-SCT, 2025-12-02",
        // Northern Ireland: St Patrick, and the Twelfth with its substitutes
        "2026-02-17, GB-NIR, 2026-03-18",
        "2026-02-17, GB-ENG, 2026-03-17",
        "2026-06-12, GB-NIR, 2026-07-14",
        "2026-06-12, GB-ENG, 2026-07-13",
        "2025-06-12, GB-NIR, 2025-07-15",
        "2027-06-12, GB-NIR, 2027-07-13",
        "2026-03-06, GB-NIR, 2026-04-07",
        "2026-03-06, GB-WLS, 2026-04-07",
        // Month ends, with and without a leap year
        "2025-01-29, GB-ENG, 2025-02-28",
        "2025-01-31, GB-ENG, 2025-02-28",
        "2028-01-29, GB-ENG, 2028-02-29",
        "2028-01-30, GB-ENG, 2028-02-29",
        "2028-01-31, GB-ENG, 2028-02-29",
        "2024-02-29, DE, 2024-04-02",
        "2026-03-31, GB-ENG, 2026-04-30",
        "2026-04-30, GB-ENG, 2026-06-01",
        "2026-10-31, GB-ENG, 2026-11-30",
        // Germany: Easter, Unity Day on a Saturday, and what only some states have
        "2026-03-03, DE, 2026-04-07",
        "2026-09-03, DE, 2026-10-05",
        "2026-04-25, DE, 2026-05-26",
        "2026-05-04, DE-BY, 2026-06-05",
        "2026-05-04, DE-BE, 2026-06-04",
        "2024-02-08, DE-BE, 2024-03-11",
        "2024-02-08, DE-BY, 2024-03-08",
        "2026-12-06, DE, 2027-01-06",
        "2026-12-06, DE-BY, 2027-01-07",
        "2026-10-18, DE-SN, 2026-11-19",
        "2026-10-18, DE-NW, 2026-11-18",
        // Ireland: St Brigid, the October holiday, Easter
        "2026-01-02, IE, 2026-02-03",
        "2026-09-26, IE, 2026-10-27",
        "2026-03-05, IE, 2026-04-07",
        // France, Austria, Italy from 2026 on, Spain, the Netherlands
        "2026-06-14, FR, 2026-07-15",
        "2026-04-08, FR, 2026-05-11",
        "2026-07-15, AT, 2026-08-17",
        "2026-09-26, AT, 2026-10-27",
        "2026-05-02, IT, 2026-06-03",
        "2026-09-12, ES, 2026-10-13",
        "2026-03-27, NL, 2026-04-28",
    })
    void one_month_ends_on_a_working_day_of_the_place(LocalDate received, String place, LocalDate due) {
        Regime regime = place.startsWith("GB") ? Regime.UK_GDPR : Regime.EU_GDPR;

        assertThat(clock.derive(Facts.ofReceipt(received, place, regime, Right.ACCESS))
                        .dueDate())
                .isEqualTo(due);
        assertThat(clock.derive(Facts.ofReceipt(received, place, regime, Right.ERASURE))
                        .dueDate())
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // Both ends roll, each once
        "2026-01-31, GB-ENG, UK_GDPR, 2026-04-30, 2026-03-02",
        "2026-05-31, GB-ENG, UK_GDPR, 2026-09-01, 2026-06-30",
        "2026-05-31, GB-SCT, UK_GDPR, 2026-08-31, 2026-06-30",
        "2025-11-30, GB-ENG, UK_GDPR, 2026-03-02, 2025-12-30",
        "2027-11-30, GB-ENG, UK_GDPR, 2028-02-29, 2027-12-30",
        "2026-09-25, DE, EU_GDPR, 2026-12-28, 2026-10-26",
        // These do not
        "2026-01-05, US-CA, CCPA, 2026-04-05, 2026-02-19",
    })
    void three_months_run_from_the_same_start_and_notice_is_due_within_the_first(
            LocalDate received, String place, Regime regime, LocalDate due, LocalDate noticeBy) {
        Derivation derivation = clock.derive(new Facts(received, place, regime, Right.ACCESS, null, null, null, true));

        assertThat(derivation.dueDate()).isEqualTo(due);
        assertThat(derivation.noticeBy()).isEqualTo(noticeBy);
    }

    @Test
    void identity_information_starts_the_uk_clock_and_no_other() {
        assertThat(identity("GB-ENG", Regime.UK_GDPR)).isEqualTo("2026-04-30");
        assertThat(identity("DE", Regime.EU_GDPR)).isEqualTo("2026-04-02");
        assertThat(identity("US-CA", Regime.CCPA)).isEqualTo("2026-04-16");
        assertThat(identity("BR", Regime.LGPD)).isEqualTo("2026-03-17");
    }

    private LocalDate identity(String place, Regime regime) {
        return clock.derive(new Facts(
                        LocalDate.parse("2026-03-02"),
                        place,
                        regime,
                        Right.ACCESS,
                        LocalDate.parse("2026-03-31"),
                        null,
                        null,
                        false))
                .dueDate();
    }

    @Test
    void a_clarification_pauses_the_uk_clock_for_access_and_nothing_else() {
        assertThat(clarified(Regime.UK_GDPR, Right.ACCESS, "2026-03-09", "2026-03-16", false)
                        .dueDate())
                .isEqualTo("2026-04-10");
        assertThat(clarified(Regime.UK_GDPR, Right.ERASURE, "2026-03-09", "2026-03-16", false)
                        .dueDate())
                .isEqualTo("2026-04-02");
        assertThat(clarified(Regime.EU_GDPR, Right.ACCESS, "2026-03-09", "2026-03-16", false)
                        .dueDate())
                .isEqualTo("2026-04-02");
        assertThat(clarified(Regime.CCPA, Right.ACCESS, "2026-03-09", "2026-03-16", false)
                        .dueDate())
                .isEqualTo("2026-04-16");
    }

    @Test
    void an_answer_on_the_same_day_excludes_that_one_day() {
        // 2 April + 1 = Good Friday 2026, then the weekend and Easter Monday
        assertThat(clarified(Regime.UK_GDPR, Right.ACCESS, "2026-03-09", "2026-03-09", false)
                        .dueDate())
                .isEqualTo("2026-04-07");
    }

    @Test
    void a_clarification_moves_the_notice_of_an_extension_too_if_it_was_asked_before_that() {
        Derivation early = clarified(Regime.UK_GDPR, Right.ACCESS, "2026-03-09", "2026-03-16", true);
        Derivation late = clarified(Regime.UK_GDPR, Right.ACCESS, "2026-05-04", "2026-05-08", true);

        assertThat(early.noticeBy()).isEqualTo("2026-04-10");
        assertThat(early.dueDate()).isEqualTo("2026-06-10");
        assertThat(late.noticeBy()).isEqualTo("2026-04-02");
        assertThat(late.dueDate()).isEqualTo("2026-06-08");
    }

    @Test
    void a_question_that_is_not_answered_yet_or_was_asked_too_late_moves_nothing() {
        assertThat(clarified(Regime.UK_GDPR, Right.ACCESS, "2026-03-09", null, false)
                        .dueDate())
                .isEqualTo("2026-04-02");
        assertThat(clarified(Regime.UK_GDPR, Right.ACCESS, "2026-04-03", "2026-04-20", false)
                        .dueDate())
                .isEqualTo("2026-04-02");
    }

    @Test
    void days_before_the_clock_starts_cannot_be_excluded_from_it() {
        // Asked on 9 March, started with the identity information on 31 March, answered on 2 April: three days
        Derivation derivation = clock.derive(new Facts(
                LocalDate.parse("2026-03-02"),
                "GB-ENG",
                Regime.UK_GDPR,
                Right.ACCESS,
                LocalDate.parse("2026-03-31"),
                LocalDate.parse("2026-03-09"),
                LocalDate.parse("2026-04-02"),
                false));

        assertThat(derivation.dueDate()).isEqualTo("2026-05-05");
    }

    private Derivation clarified(Regime regime, Right right, String asked, String received, boolean extended) {
        return clock.derive(new Facts(
                LocalDate.parse("2026-03-02"),
                regime == Regime.UK_GDPR ? "GB-ENG" : regime == Regime.CCPA ? "US-CA" : "DE",
                regime,
                right,
                null,
                date(asked),
                date(received),
                extended));
    }

    @Test
    void a_derivation_tells_how_in_plain_words() {
        Derivation derivation =
                clock.derive(Facts.ofReceipt(LocalDate.parse("2026-11-25"), "GB-ENG", Regime.UK_GDPR, Right.ACCESS));

        assertThat(derivation.steps())
                .extracting(step -> step.date() + ": " + step.because())
                .containsExactly(
                        "2026-11-25: Your request reached us. This day counts, whether it is a working day or not.",
                        "2026-12-25: One month later, on the same day of the month: the time that the UK GDPR gives us.",
                        "2026-12-25: This day is a public holiday (Christmas), so the time ends on the next working day.",
                        "2026-12-26: This day is a Saturday, so the time ends on the next working day.",
                        "2026-12-27: This day is a Sunday, so the time ends on the next working day.",
                        "2026-12-28: This day is a public holiday (Boxing Day, substitute day), so the time ends on the next"
                                + " working day.",
                        "2026-12-29: This is the next working day.");
    }

    @Test
    void in_california_the_receipt_is_confirmed_within_ten_business_days() {
        Derivation derivation =
                clock.derive(Facts.ofReceipt(LocalDate.parse("2026-06-26"), "US-CA", Regime.CCPA, Right.ACCESS));

        // Independence Day 2026 is a Saturday and kept on Friday the 3rd.
        assertThat(derivation.steps().get(1).date()).isEqualTo("2026-07-13");
        assertThat(derivation.dueDate()).isEqualTo("2026-08-10");
    }

    private static LocalDate date(String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<String> lines(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DeadlinesTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
