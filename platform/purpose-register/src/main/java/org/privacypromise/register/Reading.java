package org.privacypromise.register;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How single values of the file are written. */
final class Reading {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TAXONOMY_KEY = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Reading() {}

    static Optional<String> key(Value value) {
        return matching(value, KEY, "Use lower-case letters, digits and hyphens, such as `marketing-main`.");
    }

    static Optional<String> taxonomyKey(Value value) {
        return matching(value, TAXONOMY_KEY, "Use a key of the fideslang taxonomy, such as `user.contact.email`.");
    }

    static Optional<String> version(Value value) {
        return matching(value, VERSION, "Use up to 40 letters, digits, dots and hyphens, such as `1.0.0`.");
    }

    static Optional<String> languageTag(Value value) {
        return matching(value, LANGUAGE_TAG, "Use a language tag, such as `en` or `pt-BR`.");
    }

    static Optional<String> country(Value value) {
        Optional<String> country = value.scalar();
        return country.isEmpty() || COUNTRIES.contains(country.get())
                ? country
                : value.fault(
                        "`" + country.get() + "` is no country.",
                        "Use two capital letters (ISO 3166-1), such as `GB`.");
    }

    static Optional<Boolean> flag(Value value) {
        return oneOf(value, Map.of("true", true, "false", false));
    }

    static <E extends Enum<E>> Optional<E> oneOf(Value value, Class<E> type) {
        return oneOf(
                value,
                Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Reading::written, each -> each)));
    }

    static <T> Optional<T> oneOf(Value value, Map<String, T> allowed) {
        return value.scalar()
                .flatMap(word -> allowed.containsKey(word)
                        ? Optional.of(allowed.get(word))
                        : value.fault("`" + word + "` is not known here.", "Use one of: " + sorted(allowed) + "."));
    }

    static Optional<RetentionPeriod> retentionPeriod(Value value) {
        String remedy = "Use a period of years, months or days (ISO 8601), such as `P6Y` or `P30D`, or `unlimited`.";
        return value.scalar().flatMap(text -> {
            if (text.equals("unlimited")) {
                return Optional.of(new RetentionPeriod.Unlimited());
            }
            try {
                Period period = Period.parse(text);
                return period.isNegative()
                        ? value.fault("A period cannot be negative.", remedy)
                        : Optional.of(new RetentionPeriod.Fixed(period));
            } catch (DateTimeParseException e) {
                return value.fault("`" + text + "` is no period.", remedy);
            }
        });
    }

    static Optional<Duration> duration(Value value) {
        String remedy = "Use an ISO 8601 duration longer than zero, such as `PT1M` or `PT72H`.";
        return value.scalar().flatMap(text -> {
            try {
                Duration duration = Duration.parse(text);
                return duration.isPositive()
                        ? Optional.of(duration)
                        : value.fault("A target time must be longer than zero.", remedy);
            } catch (DateTimeParseException e) {
                return value.fault("`" + text + "` is no duration.", remedy);
            }
        });
    }

    private static Optional<String> matching(Value value, Pattern pattern, String remedy) {
        Optional<String> text = value.scalar();
        return text.isEmpty() || pattern.matcher(text.get()).matches()
                ? text
                : value.fault("`" + text.get() + "` is not written as it must be.", remedy);
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sorted(Map<String, ?> allowed) {
        List<String> words = allowed.keySet().stream().sorted().toList();
        return String.join(", ", words);
    }
}
