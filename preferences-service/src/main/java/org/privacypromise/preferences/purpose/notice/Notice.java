package org.privacypromise.preferences.purpose.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.register.Language;
import org.privacypromise.register.Text;

/**
 * One version of the privacy notice in all its languages: what of the purpose register is a promise to customers. It is
 * kept for as long as there is evidence of choices made before it, so fields are only ever added here.
 */
public record Notice(
        String version,
        Text controller,
        String country,
        Text contact,
        List<Language> languages,
        List<Named> brands,
        List<Named> channels,
        List<Named> dataCategories,
        List<Recipient> recipients,
        List<Retention> retention,
        List<Purpose> purposes) {

    /** A part that has a key and a name, and whatever else can differ from one version to the next. */
    interface Part {
        String key();

        Text name();

        /** Its other texts by field; one that is not there is left out. */
        default Map<String, Text> texts() {
            return Map.of();
        }

        /** What is no text, by field; in no order that means anything. */
        default Map<String, List<String>> facts() {
            return Map.of();
        }
    }

    /** A brand, a channel or a category of data. */
    public record Named(String key, Text name) implements Part {}

    /** Who gets data. */
    public record Recipient(
            String key, Text name, String country, @Nullable Text safeguard) implements Part {

        @Override
        public Map<String, Text> texts() {
            return present("safeguard", safeguard);
        }

        @Override
        public Map<String, List<String>> facts() {
            return Map.of("country", List.of(country));
        }
    }

    /**
     * How long something is kept.
     *
     * @param name the rule in plain words
     * @param period ISO 8601, or {@code unlimited}; null while the controller has yet to decide
     */
    public record Retention(
            String key,
            Text name,
            @Nullable String period,
            @Nullable String from,
            @Nullable String law) implements Part {

        @Override
        public Map<String, List<String>> facts() {
            return Map.of("period", orNone(period), "from", orNone(from), "law", orNone(law));
        }
    }

    /** One use of data. */
    public record Purpose(
            String key,
            Text name,
            Text what,
            Text why,
            Text legal,
            List<Basis> legalBases,
            boolean undecided,
            List<Data> data,
            boolean objectable,
            boolean withdrawable,
            boolean doubleOptIn,
            @Nullable Text whyItIsSent,
            List<Way> ways,
            List<String> recipients,
            List<String> retention)
            implements Part {

        @Override
        public Map<String, Text> texts() {
            Map<String, Text> texts = new LinkedHashMap<>(Map.of("what", what, "why", why, "legal", legal));
            texts.putAll(present("whyItIsSent", whyItIsSent));
            legalBases.forEach(
                    basis -> texts.putAll(present("legalBases[" + basis.basis() + "].condition", basis.condition())));
            data.forEach(one -> texts.put("data[" + one.category() + "].otherwise", one.otherwise()));
            return texts;
        }

        @Override
        public Map<String, List<String>> facts() {
            return Map.of(
                    "legalBases", legalBases.stream().map(Basis::basis).toList(),
                    "undecided", List.of(String.valueOf(undecided)),
                    "data", data.stream().map(Data::fact).toList(),
                    "objectable", List.of(String.valueOf(objectable)),
                    "withdrawable", List.of(String.valueOf(withdrawable)),
                    "doubleOptIn", List.of(String.valueOf(doubleOptIn)),
                    "recipients", recipients,
                    "retention", retention);
        }
    }

    /** A legal basis, its article, and when it applies if not always. */
    public record Basis(
            String basis, String article, @Nullable Text condition) {}

    /** Data that a purpose uses, and what happens if the customer does not give it. */
    public record Data(String category, boolean required, Text otherwise) {

        private String fact() {
            return category + (required ? " (required)" : " (optional)");
        }
    }

    /** A way to be reached for a purpose, and whether the customer decides about it. */
    public record Way(String channel, String brand, boolean changeable, boolean allowedByDefault) {}

    /** Everything of this kind, purpose by purpose. */
    Stream<PlacedWay> ways() {
        return purposes.stream()
                .flatMap(purpose -> purpose.ways().stream()
                        .map(way -> new PlacedWay(
                                purpose.key(), way.channel(), way.brand(), way.changeable(), way.allowedByDefault())));
    }

    /** A {@link Way} with the purpose it serves. */
    public record PlacedWay(
            String purpose, String channel, String brand, boolean changeable, boolean allowedByDefault) {}

    private static Map<String, Text> present(String field, @Nullable Text text) {
        return text == null ? Map.of() : Map.of(field, text);
    }

    private static List<String> orNone(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
