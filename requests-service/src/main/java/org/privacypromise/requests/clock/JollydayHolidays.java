package org.privacypromise.requests.clock;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.privacypromise.requests.clock.law.Holidays;

/**
 * Jollyday's calendars. What it calls a public holiday is broader than the law in a few places, see
 * {@link #NOT_OFFICIAL}; a part of a country that it does not know silently has the holidays of the whole, see
 * {@link #knows}.
 */
@Singleton
class JollydayHolidays implements Holidays {

    static final String LIBRARY = "2.19.0";

    private static final int CORRECTIONS = 1;

    /**
     * Days that it lists and that are no public holidays in law. Ireland: Easter Sunday is none (Organisation of Working
     * Time Act 1997, Second Schedule). Brazil: Carnival, Ash Wednesday and Corpus Christi are optional days off for civil
     * servants (yearly ordinance "pontos facultativos"; the national ones are in Lei 662/1949).
     */
    private static final Map<String, Set<String>> NOT_OFFICIAL = Map.of(
            "IE", Set.of("christian.EASTER"),
            "BR",
                    Set.of(
                            "christian.CARNIVAL",
                            "christian.ASH_WEDNESDAY",
                            "christian.CORPUS_CHRISTI",
                            "christian.EASTER"));

    private record Calendar(String place, int year) {}

    private final Map<Calendar, Map<LocalDate, String>> calendars = new ConcurrentHashMap<>();

    @Override
    public Optional<String> on(LocalDate day, String place) {
        return Optional.ofNullable(calendars
                .computeIfAbsent(new Calendar(place, day.getYear()), JollydayHolidays::read)
                .get(day));
    }

    @Override
    public String version() {
        return "jollyday-" + LIBRARY + "-" + CORRECTIONS;
    }

    /** Whether there is a calendar for exactly this place. */
    static boolean knows(String place) {
        List<String> parts = parts(place);
        return Arrays.stream(HolidayCalendar.values())
                        .anyMatch(calendar -> calendar.getId().equalsIgnoreCase(parts.getFirst()))
                && (parts.size() == 1
                        || managerOf(place).getCalendarHierarchy().getChildren().containsKey(parts.get(1)));
    }

    // The years around it, too: New Year on a Saturday can be observed on the last day of the year before.
    private static Map<LocalDate, String> read(Calendar calendar) {
        String[] part = parts(calendar.place()).stream().skip(1).toArray(String[]::new);
        HolidayManager manager = managerOf(calendar.place());
        Map<LocalDate, String> days = new HashMap<>();
        IntStream.rangeClosed(calendar.year() - 1, calendar.year() + 1)
                .mapToObj(year -> manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, part))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getDate().getYear() == calendar.year())
                .filter(holiday ->
                        !NOT_OFFICIAL.getOrDefault(calendar.place(), Set.of()).contains(holiday.getPropertiesKey()))
                .forEach(holiday -> days.put(holiday.getDate(), nameOf(holiday)));
        return days;
    }

    private static String nameOf(Holiday holiday) {
        String name = holiday.getDescription(Locale.ENGLISH);
        return holiday.getObservedDate().isPresent() ? name + ", substitute day" : name;
    }

    private static HolidayManager managerOf(String place) {
        return HolidayManager.getInstance(ManagerParameters.create(parts(place).getFirst()));
    }

    private static List<String> parts(String place) {
        return List.of(place.toLowerCase(Locale.ROOT).split("-", 2));
    }
}
