package org.privacypromise.requests.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayManager;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Place;
import org.privacypromise.requests.clock.law.Places;

class JollydayHolidaysTest {

    private final JollydayHolidays holidays = new JollydayHolidays();

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
        assertThat(Places.all()).allSatisfy(place -> {
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
        for (Place place : Places.all()) {
            String country = place.key().split("-", 2)[0];
            if (!country.equals(place.key()) && Places.find(country).isPresent()) {
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
        assertThatThrownBy(() -> new OfficialPlaces(config("GB-ENG", "GB-ENG", "DE"), new Empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the calendar of GB-ENG has no holiday on 2025-12-25")
                .hasMessageContaining("the calendar of DE has no holiday on 2025-10-03");
    }

    @Test
    void the_service_does_not_start_with_a_place_that_nobody_has_checked() {
        assertThatThrownBy(() -> new OfficialPlaces(config("GB-ENG", "GB-ENG", "GB-XXX"), holidays))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GB-XXX is not known");
        assertThatThrownBy(() -> new OfficialPlaces(config("FR", "GB-ENG"), holidays))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FR is none of privacy.clock.places");
    }

    private static ClockConfig config(String usual, String... all) {
        return new ClockConfig() {
            @Override
            public String place() {
                return usual;
            }

            @Override
            public Optional<List<String>> places() {
                return Optional.of(List.of(all));
            }
        };
    }

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
