package org.privacypromise.requests.clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.privacypromise.register.Fields;
import org.privacypromise.register.StrictFile;
import org.privacypromise.register.Value;
import org.privacypromise.requests.clock.law.Correction;
import org.privacypromise.requests.clock.law.Entitlement;
import org.privacypromise.requests.clock.law.Law;
import org.privacypromise.requests.clock.law.Laws;
import org.privacypromise.requests.clock.law.Place;
import org.privacypromise.requests.clock.law.Regime;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.clock.law.Span;
import org.privacypromise.requests.clock.law.Texts;
import org.privacypromise.requests.clock.law.Words;

/** Reads {@code law/regimes.yaml}. A file with any fault stops the start, and each fault is told with its place in it. */
public final class ReadLaws {

    static final String FILE = "law/regimes.yaml";

    private static final Pattern SPAN = Pattern.compile("P(\\d{1,3})M|P(\\d{1,3})D|B(\\d{1,3})");
    private static final List<LocalDate> EVERYWHERE = List.of(LocalDate.of(2025, 12, 25), LocalDate.of(2026, 1, 1));
    private static final Words NO_WORDS = new Words(Map.of("en", ""));
    private static final Span NO_TIME = new Span(0, 1, 0);

    private ReadLaws() {}

    /** The laws that ship with the service. */
    @Produces
    @Singleton
    public static Laws ofTheService() {
        return StrictFile.load(ReadLaws.class.getClassLoader(), FILE, ReadLaws::laws);
    }

    static Laws parse(String yaml) {
        return StrictFile.parse("text", yaml, ReadLaws::laws);
    }

    private static Laws laws(Fields fields) {
        return Laws.of(
                fields.required("edition", Value::scalar, ""),
                fields.requiredList("laws", group(ReadLaws::law)),
                fields.requiredList("places", group(ReadLaws::place)));
    }

    private static Law law(Fields fields) {
        Map<Right, Entitlement> rights = new EnumMap<>(Right.class);
        Regime regime = fields.required("key", one(Regime.class), Regime.UK_GDPR);
        fields.requiredList("rights", group(ReadLaws::entitlement)).forEach(right -> rights.put(right.right(), right));
        return new Law(
                regime,
                fields.required("name", ReadLaws::words, NO_WORDS),
                fields.required("complaints", ReadLaws::words, NO_WORDS),
                fields.requiredList(
                        "sources",
                        group(source -> new Law.Source(
                                source.required("url", Value::scalar, ""),
                                source.required("read", Value::scalar, "")))),
                rights);
    }

    private static Entitlement entitlement(Fields fields) {
        return new Entitlement(
                fields.required("key", one(Right.class), Right.ACCESS),
                fields.required("article", Value::scalar, ""),
                fields.required("time", ReadLaws::span, NO_TIME),
                fields.nullable("extended", ReadLaws::span),
                flag(fields, "ours"),
                fields.nullable("confirm", ReadLaws::span),
                flag(fields, "rolls"),
                flag(fields, "identity-starts"),
                flag(fields, "clarification-pauses"));
    }

    private static Place place(Fields fields) {
        return new Place(
                fields.required("key", Value::scalar, ""),
                fields.required("regime", one(Regime.class), Regime.UK_GDPR),
                fields.required(
                        "zone", parsed(ZoneId::of, "Use a time zone, such as Europe/London."), ZoneId.of("UTC")),
                fields.required("authority", Value::scalar, ""),
                Stream.concat(EVERYWHERE.stream(), fields.requiredList("known", ReadLaws::date).stream())
                        .toList(),
                Stream.of(
                                fields.list("not-official", group(ReadLaws::notOfficial)),
                                fields.list("also", group(ReadLaws::onDay)),
                                fields.list("also-from-easter", group(ReadLaws::fromEaster)))
                        .<Correction>flatMap(List::stream)
                        .toList());
    }

    private static Correction.NotOfficial notOfficial(Fields fields) {
        return new Correction.NotOfficial(
                fields.required("key", Value::scalar, ""),
                fields.optional("from", ReadLaws::number).orElse(Year.MIN_VALUE),
                fields.optional("to", ReadLaws::number).orElse(Year.MAX_VALUE),
                fields.required("source", Value::scalar, ""));
    }

    private static Correction.OnDay onDay(Fields fields) {
        return new Correction.OnDay(
                fields.required(
                        "day",
                        parsed(text -> MonthDay.parse("--" + text), "Use month and day, such as 12-24."),
                        MonthDay.of(1, 1)),
                fields.required("name", Value::scalar, ""),
                fields.required("source", Value::scalar, ""));
    }

    private static Correction.FromEaster fromEaster(Fields fields) {
        return new Correction.FromEaster(
                fields.required("days", ReadLaws::number, 0),
                flag(fields, "orthodox"),
                fields.required("name", Value::scalar, ""),
                fields.required("source", Value::scalar, ""));
    }

    /** In every language, so that nobody is told half of it. */
    private static Optional<Words> words(Value value) {
        return value.fields(fields -> {
            Map<String, String> all = new LinkedHashMap<>();
            Texts.LANGUAGES.forEach(language -> all.put(language, fields.required(language, Value::scalar, "")));
            return new Words(all);
        });
    }

    private static Optional<Span> span(Value value) {
        return value.scalar().flatMap(text -> {
            Matcher parts = SPAN.matcher(text);
            if (!parts.matches()) {
                return value.fault("`" + text + "` is no time.", "Use such as P1M, P45D or B15.");
            }
            return Optional.of(new Span(count(parts.group(1)), count(parts.group(2)), count(parts.group(3))));
        });
    }

    private static int count(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<LocalDate> date(Value value) {
        return parsed(LocalDate::parse, "Use a date, such as 2026-12-25.").apply(value);
    }

    private static Optional<Integer> number(Value value) {
        return parsed(Integer::valueOf, "Use a whole number.").apply(value);
    }

    private static boolean flag(Fields fields, String name) {
        return fields.optional(name, parsed(Boolean::valueOf, "Use true.")).orElse(false);
    }

    private static <E extends Enum<E>> Function<Value, Optional<E>> one(Class<E> type) {
        return parsed(
                text -> Enum.valueOf(type, text), "Use one of: " + Arrays.toString(type.getEnumConstants()) + ".");
    }

    private static <T> Function<Value, Optional<T>> parsed(Function<String, T> parser, String remedy) {
        return value -> value.scalar().flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeException e) {
                return value.fault("`" + text + "` is not known here.", remedy);
            }
        });
    }

    private static <T> Function<Value, Optional<T>> group(Function<Fields, T> reader) {
        return value -> value.fields(reader);
    }
}
