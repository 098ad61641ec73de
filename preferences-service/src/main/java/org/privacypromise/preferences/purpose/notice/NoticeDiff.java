package org.privacypromise.preferences.purpose.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.purpose.notice.Notice.PlacedWay;
import org.privacypromise.register.Language;
import org.privacypromise.register.Text;
import org.privacypromise.register.Wording;

/**
 * What one version of the notice says otherwise than another. A text differs if its original does, or its translation
 * into the reader's language; that a translation has been added is no other promise. The order of things is none either.
 *
 * @param newChoiceNeeded purposes that rest on something else now: what was allowed for them before does not count on
 */
public record NoticeDiff(
        String from,
        String to,
        Languages languages,
        Parts controller,
        Parts purposes,
        Ways ways,
        Parts recipients,
        Parts retention,
        Parts brands,
        Parts channels,
        Parts dataCategories,
        List<String> newChoiceNeeded) {

    /** Languages that the notice can newly be read in, and those it can no longer. */
    public record Languages(List<String> added, List<String> removed) {}

    /** The parts of one kind that came, went or changed. */
    public record Parts(List<Entry> added, List<Entry> removed, List<Changed> changed) {}

    /** A part by key and name. */
    public record Entry(String key, Wording name) {}

    /** A part that is there before and after, and says something else. */
    public record Changed(String key, Wording name, List<TextChange> texts, List<FactChange> facts) {}

    /** Null where the text was not there, or is not any more. */
    public record TextChange(
            String field,
            @Nullable Wording before,
            @Nullable Wording after) {}

    /** Of a list, what was in it before and what is now. */
    public record FactChange(String field, List<String> before, List<String> after) {}

    /** The cells of the matrix of choices that came, went or changed. */
    public record Ways(List<PlacedWay> added, List<PlacedWay> removed, List<WayChange> changed) {}

    /** One cell before and after. */
    public record WayChange(PlacedWay before, PlacedWay after) {}

    private record Controller(String key, Text name, Text contact, String country) implements Notice.Part {

        static List<Controller> of(Notice notice) {
            return List.of(new Controller("controller", notice.controller(), notice.contact(), notice.country()));
        }

        @Override
        public Map<String, Text> texts() {
            return Map.of("contact", contact);
        }

        @Override
        public Map<String, List<String>> facts() {
            return Map.of("country", List.of(country));
        }
    }

    /**
     * Compares two notices.
     *
     * @param language the reader's
     */
    public static NoticeDiff between(Notice before, Notice after, String language) {
        return new NoticeDiff(
                before.version(),
                after.version(),
                new Languages(without(tags(after), tags(before)), without(tags(before), tags(after))),
                parts(Controller.of(before), Controller.of(after), language),
                parts(before.purposes(), after.purposes(), language),
                ways(before, after),
                parts(before.recipients(), after.recipients(), language),
                parts(before.retention(), after.retention(), language),
                parts(before.brands(), after.brands(), language),
                parts(before.channels(), after.channels(), language),
                parts(before.dataCategories(), after.dataCategories(), language),
                Terms.of(after).restingOnSomethingElseThan(Terms.of(before)));
    }

    private static Parts parts(List<? extends Notice.Part> before, List<? extends Notice.Part> after, String language) {
        Map<String, Notice.Part> old = byKey(before, Notice.Part::key);
        Map<String, Notice.Part> now = byKey(after, Notice.Part::key);
        return new Parts(
                entries(without(now.keySet(), old.keySet()), now, language),
                entries(without(old.keySet(), now.keySet()), old, language),
                now.values().stream()
                        .filter(part -> old.containsKey(part.key()))
                        .map(part -> changed(Objects.requireNonNull(old.get(part.key())), part, language))
                        .filter(changed ->
                                !changed.texts().isEmpty() || !changed.facts().isEmpty())
                        .toList());
    }

    private static List<Entry> entries(List<String> keys, Map<String, Notice.Part> parts, String language) {
        return parts.values().stream()
                .filter(part -> keys.contains(part.key()))
                .map(part -> new Entry(part.key(), part.name().in(language)))
                .toList();
    }

    private static Changed changed(Notice.Part before, Notice.Part after, String language) {
        Map<String, Text> oldTexts = texts(before);
        Map<String, Text> newTexts = texts(after);
        List<TextChange> texts = union(oldTexts, newTexts)
                .filter(field -> differ(oldTexts.get(field), newTexts.get(field), language))
                .map(field ->
                        new TextChange(field, in(language, oldTexts.get(field)), in(language, newTexts.get(field))))
                .toList();
        List<FactChange> facts = union(before.facts(), after.facts())
                .map(field -> new FactChange(
                        field,
                        before.facts().getOrDefault(field, List.of()),
                        after.facts().getOrDefault(field, List.of())))
                .filter(fact -> !Set.copyOf(fact.before()).equals(Set.copyOf(fact.after())))
                .toList();
        return new Changed(after.key(), after.name().in(language), texts, facts);
    }

    private static Map<String, Text> texts(Notice.Part part) {
        Map<String, Text> texts = new LinkedHashMap<>(part.texts());
        texts.put("name", part.name());
        return texts;
    }

    private static boolean differ(@Nullable Text before, @Nullable Text after, String language) {
        if (before == null || after == null) {
            return before != null || after != null;
        }
        Wording old = before.in(language);
        Wording now = after.in(language);
        boolean sameOriginal = before.in(before.original()).equals(after.in(after.original()));
        return !sameOriginal
                || (old.language().equals(now.language()) && !old.text().equals(now.text()));
    }

    private static @Nullable Wording in(String language, @Nullable Text text) {
        return text == null ? null : text.in(language);
    }

    private static Ways ways(Notice before, Notice after) {
        Function<PlacedWay, String> place = way -> way.purpose() + "/" + way.channel() + "/" + way.brand();
        Map<String, PlacedWay> old = byKey(before.ways().toList(), place);
        Map<String, PlacedWay> now = byKey(after.ways().toList(), place);
        List<PlacedWay> added = new ArrayList<>(now.values());
        added.removeIf(way -> old.containsKey(place.apply(way)));
        List<PlacedWay> removed = new ArrayList<>(old.values());
        removed.removeIf(way -> now.containsKey(place.apply(way)));
        List<WayChange> changed = now.values().stream()
                .filter(way -> old.containsKey(place.apply(way)))
                .map(way -> new WayChange(Objects.requireNonNull(old.get(place.apply(way))), way))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
        return new Ways(added, removed, changed);
    }

    private static List<String> tags(Notice notice) {
        return notice.languages().stream().map(Language::tag).toList();
    }

    private static List<String> without(Collection<String> all, Collection<String> these) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(Set.copyOf(these));
        return List.copyOf(rest);
    }

    private static Stream<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> fields = new TreeSet<>(one.keySet());
        fields.addAll(other.keySet());
        return fields.stream();
    }

    private static <T> Map<String, T> byKey(List<? extends T> parts, Function<? super T, String> key) {
        return parts.stream().collect(Collectors.toMap(key, part -> part, (first, again) -> first, LinkedHashMap::new));
    }
}
