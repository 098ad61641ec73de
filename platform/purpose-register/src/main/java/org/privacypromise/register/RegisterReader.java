package org.privacypromise.register;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds the file's fields to records, by hand: that works natively and lets every fault name its place. Where a value
 * is missing a stand-in takes its place, so that the rest is looked at too; the faults see to it that nobody uses it.
 */
final class RegisterReader {

    private static final Map<String, Boolean> UNLESS_CHOSEN = Map.of("allowed", true, "refused", false);

    private List<Language> languages = List.of(new Language("en", "English"));

    PurposeRegister read(Fields root) {
        String version = root.required("version", Reading::version, "");
        // First, for every text below is read by them.
        List<Language> read = root.requiredList("languages", group(this::language));
        if (!read.isEmpty()) {
            languages = read;
        }
        Controller controller = root.required(
                "controller", group(this::controller), new Controller(words(""), "", words(""), List.of()));
        return new PurposeRegister(
                version,
                controller,
                languages,
                root.requiredList("brands", group(fields -> new Brand(key(fields), text(fields, "name")))),
                root.requiredList("channels", group(fields -> new Channel(key(fields), text(fields, "name")))),
                root.requiredList("data-categories", group(this::dataCategory)),
                root.requiredList("recipients", group(this::recipient)),
                root.requiredList("retention", group(this::retentionRule)),
                root.requiredList("systems", group(this::system)),
                root.requiredList("purposes", group(this::purpose)));
    }

    private Controller controller(Fields fields) {
        return new Controller(
                text(fields, "name"),
                fields.required("country", Reading::country, ""),
                text(fields, "contact"),
                fields.requiredList("adequate-countries", Reading::country));
    }

    private Language language(Fields fields) {
        return new Language(
                fields.required("tag", Reading::languageTag, "en"), fields.required("name", Value::scalar, ""));
    }

    private DataCategory dataCategory(Fields fields) {
        return new DataCategory(fields.required("key", Reading::taxonomyKey, ""), text(fields, "name"));
    }

    private Recipient recipient(Fields fields) {
        return new Recipient(
                key(fields),
                text(fields, "name"),
                fields.required("country", Reading::country, ""),
                fields.nullable("safeguard", this::text),
                fields.nullable("decision", this::decision));
    }

    private RetentionRule retentionRule(Fields fields) {
        String key = key(fields);
        Text words = text(fields, "words");
        if (fields.has("decision")) {
            Decision decision = fields.required("decision", this::decision, new Decision(words("")));
            return new RetentionRule(key, new RetentionPeriod.Undecided(decision), null, null, words);
        }
        return new RetentionRule(
                key,
                fields.required("period", Reading::retentionPeriod, new RetentionPeriod.Unlimited()),
                fields.required("from", Reading::key, ""),
                fields.required("law", Value::scalar, ""),
                words);
    }

    private RegisteredSystem system(Fields fields) {
        return new RegisteredSystem(
                key(fields),
                text(fields, "name"),
                fields.has("by-hand") ? "" : fields.required("client", Reading::key, ""),
                fields.optional("suite", Reading::flag).orElse(false),
                fields.requiredList("holds", Reading::taxonomyKey),
                fields.list("keeps", group(this::keep)),
                fields.list("passes-on", Reading::key),
                fields.nullable("by-hand", group(this::byHand)),
                fields.required("operations", group(this::targetTimes), Map.of()));
    }

    private Keep keep(Fields fields) {
        return new Keep(
                fields.required("retention", Reading::key, ""),
                fields.requiredList("categories", Reading::taxonomyKey));
    }

    private ByHand byHand(Fields fields) {
        Map<Operation, Text> instructions = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            fields.optional(Reading.written(operation), this::text)
                    .ifPresent(text -> instructions.put(operation, text));
        }
        return new ByHand(
                instructions, fields.optional("four-eyes", Reading::flag).orElse(false));
    }

    private Map<Operation, Duration> targetTimes(Fields fields) {
        Map<Operation, Duration> times = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            fields.optional(Reading.written(operation), Reading::duration)
                    .ifPresent(time -> times.put(operation, time));
        }
        return times;
    }

    private Purpose purpose(Fields fields) {
        String key = key(fields);
        Section section = fields.required("section", value -> Reading.oneOf(value, Section.class), Section.NOTICE);
        Explanation explanation =
                new Explanation(text(fields, "name"), text(fields, "what"), text(fields, "why"), text(fields, "legal"));
        @Nullable Decision decision = fields.nullable("decision", this::decision);
        List<Ground> grounds = fields.has("decision")
                ? fields.list("legal-basis", this::ground)
                : fields.requiredList("legal-basis", this::ground);
        return new Purpose(
                key,
                section,
                explanation,
                grounds,
                decision,
                fields.requiredList("uses", Reading::taxonomyKey),
                fields.requiredList("data", group(this::dataNeed)),
                reach(fields),
                fields.optional("objectable", Reading::flag).orElse(false),
                fields.optional("withdrawable", Reading::flag).orElse(false),
                fields.list("recipients", Reading::key),
                fields.requiredList("retention", Reading::key));
    }

    /** {@code consent}, or {@code consent: under which condition}. */
    private Optional<Ground> ground(Value value) {
        if (!value.isMapping()) {
            return Reading.oneOf(value, LegalBasis.class).map(basis -> new Ground(basis, null));
        }
        return value.fields(this::conditionalGround).flatMap(ground -> ground);
    }

    private Optional<Ground> conditionalGround(Fields fields) {
        if (fields.names().size() != 1) {
            fields.fault("Name one legal basis and its condition.", "Write `- consent: when it applies`.");
        }
        return Arrays.stream(LegalBasis.values())
                .flatMap(
                        basis -> fields
                                .optional(Reading.written(basis), this::text)
                                .map(condition -> new Ground(basis, condition))
                                .stream())
                .toList()
                .stream()
                .findFirst();
    }

    private DataNeed dataNeed(Fields fields) {
        String category = fields.required("category", Reading::taxonomyKey, "");
        boolean required = fields.has("required");
        if (required == fields.has("optional")) {
            fields.fault(
                    "The data must be either required or optional.",
                    "Write one of `required:` and `optional:`, with what happens without the data.");
        }
        Text otherwise =
                fields.optional(required ? "required" : "optional", this::text).orElse(words(""));
        return new DataNeed(category, required, otherwise);
    }

    private Reach reach(Fields fields) {
        Map<String, List<String>> choosable =
                fields.optional("choosable", group(this::choosable)).orElse(Map.of());
        boolean allowed = fields.has("choosable")
                && fields.required("unless-chosen", value -> Reading.oneOf(value, UNLESS_CHOSEN), false);
        return new Reach(
                fields.requiredList("brands", Reading::key),
                fields.list("channels", Reading::key),
                choosable,
                allowed,
                fields.optional("double-opt-in", Reading::flag).orElse(false),
                fields.nullable("service-message", this::text));
    }

    private Map<String, List<String>> choosable(Fields fields) {
        Map<String, List<String>> choosable = new LinkedHashMap<>();
        for (String brand : fields.names()) {
            choosable.put(brand, List.copyOf(fields.list(brand, Reading::key)));
        }
        return choosable;
    }

    /** {@code controller-must-decide}, or {@code controller-must-decide: what exactly}. */
    private Optional<Decision> decision(Value value) {
        if (!value.isMapping()) {
            return Reading.oneOf(
                    value, Map.of("controller-must-decide", new Decision(words("The notice does not say."))));
        }
        return value.fields(fields -> new Decision(text(fields, "controller-must-decide")));
    }

    private static String key(Fields fields) {
        return fields.required("key", Reading::key, "");
    }

    private Text text(Fields fields, String name) {
        return fields.required(name, this::text, words(""));
    }

    /** One text in the default language, or a text per language. */
    private Optional<Text> text(Value value) {
        if (!value.isMapping()) {
            return value.scalar().map(this::words);
        }
        return value.fields(fields -> {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            for (Language language : languages) {
                fields.optional(language.tag(), Value::scalar).ifPresent(text -> byLanguage.put(language.tag(), text));
            }
            String original = languages.getFirst().tag();
            if (!fields.has(original)) {
                fields.missing(original);
            }
            byLanguage.putIfAbsent(original, "");
            return new Text(original, byLanguage);
        });
    }

    private Text words(String text) {
        return Text.of(languages.getFirst().tag(), text);
    }

    private static <T> Function<Value, Optional<T>> group(Function<Fields, T> reader) {
        return value -> value.fields(reader);
    }
}
