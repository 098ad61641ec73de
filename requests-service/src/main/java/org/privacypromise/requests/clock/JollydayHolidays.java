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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.privacypromise.requests.clock.law.Correction;
import org.privacypromise.requests.clock.law.Holidays;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Place;

/**
 * Jollyday's calendars, corrected where the laws' file says that a place's law differs; a part of a country that Jollyday
 * does not know silently has the holidays of the whole, see {@link #knows}.
 */
@Singleton
class JollydayHolidays implements Holidays {

    static final String LIBRARY = "2.19.0";

    private static final String ORIGINAL = "en";
    private static final String EASTER = "christian.EASTER";
    private static final Map<String, String> SUBSTITUTE = Map.of(
            "en", "substitute day",
            "de", "Ersatztag",
            "fr", "jour de remplacement",
            "es", "día sustitutivo",
            "it", "giorno sostitutivo");

    private record Calendar(String place, int year) {}

    private final Map<Calendar, Map<LocalDate, Function<String, String>>> calendars = new ConcurrentHashMap<>();
    private final Laws laws;

    JollydayHolidays(Laws laws) {
        this.laws = laws;
    }

    @Override
    public Optional<String> on(LocalDate day, String place) {
        return on(day, place, ORIGINAL);
    }

    @Override
    public Optional<String> on(LocalDate day, String place, String language) {
        return Optional.ofNullable(calendars
                        .computeIfAbsent(new Calendar(place, day.getYear()), this::read)
                        .get(day))
                .map(name -> name.apply(language));
    }

    @Override
    public String version() {
        return "jollyday-" + LIBRARY + "-" + laws.edition();
    }

    /** Whether there is a calendar for exactly this place. */
    static boolean knows(String place) {
        List<String> parts = parts(place);
        return Arrays.stream(HolidayCalendar.values())
                        .anyMatch(calendar -> calendar.getId().equalsIgnoreCase(parts.getFirst()))
                && (parts.size() == 1
                        || managerOf(place).getCalendarHierarchy().getChildren().containsKey(parts.get(1)));
    }

    private Map<LocalDate, Function<String, String>> read(Calendar calendar) {
        List<Correction> corrections =
                laws.place(calendar.place()).map(Place::corrections).orElse(List.of());
        Map<LocalDate, Function<String, String>> days = new HashMap<>();
        listed(calendar.place(), calendar.year()).stream()
                .filter(holiday -> corrections.stream().noneMatch(correction -> denies(correction, holiday)))
                .forEach(holiday -> days.put(holiday.getDate(), language -> nameOf(holiday, language)));
        for (Correction correction : corrections) {
            switch (correction) {
                case Correction.OnDay(var day, var name, var _) -> days.put(day.atYear(calendar.year()), _ -> name);
                case Correction.FromEaster(var after, var orthodox, var name, var _) ->
                    days.put(easter(calendar.year(), orthodox).plusDays(after), _ -> name);
                case Correction.NotOfficial _ -> {}
            }
        }
        return days;
    }

    // The years around it, too: New Year on a Saturday can be observed on the last day of the year before.
    private static List<Holiday> listed(String place, int wanted) {
        String[] part = parts(place).stream().skip(1).toArray(String[]::new);
        HolidayManager manager = managerOf(place);
        return IntStream.rangeClosed(wanted - 1, wanted + 1)
                .mapToObj(year -> manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, part))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getDate().getYear() == wanted)
                .toList();
    }

    private static boolean denies(Correction correction, Holiday holiday) {
        return correction instanceof Correction.NotOfficial(var key, var from, var to, var _)
                && key.equals(holiday.getPropertiesKey())
                && from <= holiday.getDate().getYear()
                && holiday.getDate().getYear() <= to;
    }

    /** As the library knows it of a country that keeps it. */
    private static LocalDate easter(int year, boolean orthodox) {
        return listed(orthodox ? "GR" : "FI", year).stream()
                .filter(holiday -> holiday.getPropertiesKey().equals(EASTER))
                .map(Holiday::getDate)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the calendar knows no Easter of " + year));
    }

    private static String nameOf(Holiday holiday, String language) {
        String name = holiday.getDescription(Locale.forLanguageTag(language));
        return holiday.getObservedDate().isPresent()
                ? name + ", " + SUBSTITUTE.getOrDefault(language, SUBSTITUTE.get(ORIGINAL))
                : name;
    }

    private static HolidayManager managerOf(String place) {
        return HolidayManager.getInstance(ManagerParameters.create(parts(place).getFirst()));
    }

    private static List<String> parts(String place) {
        return List.of(place.toLowerCase(Locale.ROOT).split("-", 2));
    }
}
