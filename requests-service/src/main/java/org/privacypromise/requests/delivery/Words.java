package org.privacypromise.requests.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.privacypromise.register.Ground;
import org.privacypromise.register.LegalBasis;

/** How the page says dates, times, countries and laws. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final Pattern ISO_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ISO_MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?Z");

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant moment) {
        return DAY.format(moment.atOffset(ZoneOffset.UTC));
    }

    static String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    /** A date or time as people write it; any other text as it is. */
    static String value(String text) {
        try {
            if (ISO_DAY.matcher(text).matches()) {
                return day(LocalDate.parse(text));
            }
            return ISO_MOMENT.matcher(text).matches() ? moment(Instant.parse(text)) : text;
        } catch (DateTimeException e) {
            // It only looks like one.
            return text;
        }
    }

    static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.UK);
    }

    static String ground(Ground ground, String language) {
        String words = basis(ground.basis()) + " (" + ground.basis().article() + ")";
        return ground.condition() == null
                ? words
                : words + ": " + ground.condition().in(language).text();
    }

    private static String basis(LegalBasis basis) {
        return switch (basis) {
            case CONSENT -> "Your permission";
            case CONTRACT -> "A contract with you";
            case LEGAL_OBLIGATION -> "A duty that the law puts on us";
            case VITAL_INTERESTS -> "Somebody's life or health";
            case PUBLIC_TASK -> "A task in the public interest";
            case LEGITIMATE_INTERESTS -> "Our legitimate interest, weighed against yours";
            case SOFT_OPT_IN -> "You bought something similar and did not say no";
            case PER_RECIPIENT -> "For each partner abroad, what is named with it";
        };
    }
}
