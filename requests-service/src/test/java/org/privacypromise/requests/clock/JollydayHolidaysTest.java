package org.privacypromise.requests.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayManager;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Place;

class JollydayHolidaysTest {

    private static final Laws LAWS = ReadLaws.ofTheService();

    private final JollydayHolidays holidays = new JollydayHolidays(LAWS);

    // As gov.uk/bank-holidays, the states' laws and citizensinformation.ie list them, without those on a weekend.
    @ParameterizedTest
    @CsvSource({
        "GB-ENG, 2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "GB-ENG, 2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        "GB-WLS, 2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "GB-SCT, 2026, 01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
        "GB-SCT, 2027, 01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
        "GB-NIR, 2026, 01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
        "IE, 2026, 01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25",
        "DE, 2026, 01-01 04-03 04-06 05-01 05-14 05-25 12-25",
        "DE-BY, 2026, 01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25",
        "BG, 2026, 01-01 01-02 03-03 04-10 04-13 05-01 05-06 05-25 09-07 09-22 12-24 12-25 12-28",
        "CY, 2026, 01-01 01-06 02-23 03-25 04-01 04-10 04-13 05-01 06-01 10-01 10-28 12-25",
        "EE, 2026, 01-01 02-24 04-03 05-01 06-23 06-24 08-20 12-24 12-25",
        "GR, 2026, 01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 10-28 12-25",
        "IS, 2026, 01-01 04-02 04-03 04-06 04-23 05-01 05-14 05-25 06-17 08-03 12-25",
        "LI, 2026, 01-01 01-06 04-06 05-01 05-14 05-25 06-04 09-08 12-08 12-25",
        "LT, 2026, 01-01 02-16 03-11 04-06 05-01 06-24 07-06 11-02 12-24 12-25",
        "MT, 2026, 01-01 02-10 03-19 03-31 04-03 05-01 06-29 09-08 09-21 12-08 12-25",
        "RO, 2026, 01-01 01-02 01-06 01-07 04-10 04-13 05-01 06-01 11-30 12-01 12-25",
        "SK, 2026, 01-01 01-06 04-03 04-06 05-01 12-24 12-25",
        "SK, 2027, 01-01 01-06 03-26 03-29 07-05 09-15 11-01 12-24",
        "BR, 2026, 01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-20 12-25",
    })
    void the_official_holidays_of_a_year_are_known_and_no_others(String place, int year, String days) {
        List<String> known = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> holidays.on(day, place).isPresent())
                .map(day -> day.toString().substring(5))
                .toList();

        assertThat(known).containsExactly(days.split(" "));
    }

    @Test
    void new_year_can_be_kept_on_the_last_day_of_the_year_before() {
        assertThat(holidays.on(LocalDate.parse("2021-12-31"), "US-CA")).contains("New Year's Day, substitute day");
    }

    @Test
    void every_place_is_one_that_the_library_really_knows() {
        assertThat(LAWS.allPlaces()).allSatisfy(place -> {
            assertThat(JollydayHolidays.knows(place.key())).as(place.key()).isTrue();
            assertThat(place.knownHolidays())
                    .allSatisfy(day -> assertThat(holidays.on(day, place.key()))
                            .as(place.key() + " " + day)
                            .isPresent());
        });
    }

    /** The library would answer with the holidays of the whole country. */
    @Test
    void a_part_of_a_country_that_does_not_exist_is_not_known() {
        assertThat(Stream.of("GB-XXX", "DE-XX", "XX", "GB-ENG-X", "")).noneMatch(JollydayHolidays::knows);
    }

    @Test
    void a_place_tells_itself_from_its_country_by_a_holiday_of_its_own() {
        for (Place place : LAWS.allPlaces()) {
            String country = place.key().split("-", 2)[0];
            if (!country.equals(place.key()) && LAWS.place(country).isPresent()) {
                assertThat(place.knownHolidays())
                        .as(place.key())
                        .anyMatch(day -> holidays.on(day, country).isEmpty());
            }
        }
    }

    @Test
    void the_version_is_the_librarys() throws IOException {
        Properties jar = new Properties();
        try (var file = HolidayManager.class.getResourceAsStream(
                "/META-INF/maven/de.focus-shift/jollyday-core/pom.properties")) {
            jar.load(file);
        }

        assertThat(JollydayHolidays.LIBRARY).isEqualTo(jar.getProperty("version"));
    }

    @Test
    void the_service_does_not_start_with_an_empty_calendar() {
        assertThatThrownBy(() -> new OfficialPlaces(config("GB-ENG", "GB-ENG", "DE"), LAWS, new Empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the calendar of GB-ENG has no holiday on 2025-12-25")
                .hasMessageContaining("the calendar of DE has no holiday on 2025-10-03");
    }

    @Test
    void the_service_does_not_start_with_a_place_that_nobody_has_checked() {
        assertThatThrownBy(() -> new OfficialPlaces(config("GB-ENG", "GB-ENG", "GB-XXX"), LAWS, holidays))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GB-XXX is not known");
        assertThatThrownBy(() -> new OfficialPlaces(config("FR", "GB-ENG"), LAWS, holidays))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FR is none of privacy.clock.places");
    }

    private static ClockConfig config(String usual, String... all) {
        return new Configured(usual, Optional.of(List.of(all)), 1, Duration.ofSeconds(1));
    }

    /** Has a name, because CDI refuses constraints on the methods of a class without one. */
    private record Configured(String place, Optional<List<String>> places, int burst, Duration pause)
            implements ClockConfig {}

    /** What a native image had that was built without the calendars' files. */
    private static final class Empty implements Holidays {

        @Override
        public Optional<String> on(LocalDate day, String place) {
            return Optional.empty();
        }

        @Override
        public String version() {
            return "empty";
        }
    }
}
