package org.privacypromise.preferences.propagation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.privacypromise.frame.ReaderLanguage;
import org.privacypromise.preferences.propagation.PropagationView.SystemProgress;

/** How far a change has come, in one sentence: who has it, and by when the others will. */
final class PropagationWords {

    private static final int MOST_NAMES = 3;

    private final PropagationMessages messages;
    private final Locale locale;
    private final Instant now;

    PropagationWords(String language, Instant now) {
        String spoken = spoken(language);
        this.messages = messages(spoken);
        this.locale = Locale.forLanguageTag(spoken);
        this.now = now;
    }

    static String nothing(String language) {
        return messages(spoken(language)).nothing();
    }

    /** The register may have more languages than these sentences. */
    private static String spoken(String language) {
        return ReaderLanguage.choose(language, ReaderLanguage.OF_PAGES);
    }

    private static PropagationMessages messages(String spoken) {
        return MessageBundles.get(PropagationMessages.class, Localized.Literal.of(spoken));
    }

    String of(List<SystemProgress> systems) {
        List<SystemProgress> waiting =
                systems.stream().filter(system -> !system.done()).toList();
        int done = systems.size() - waiting.size();
        if (waiting.isEmpty()) {
            return messages.all(done);
        }
        return messages.some(done, systems.size()) + "; "
                + (waiting.size() > MOST_NAMES ? othersOf(waiting) : named(waiting)) + ".";
    }

    private String othersOf(List<SystemProgress> waiting) {
        SystemProgress last = waiting.stream()
                .max((one, other) -> one.dueBy().compareTo(other.dueBy()))
                .orElseThrow();
        return messages.others() + " " + when(last);
    }

    private String named(List<SystemProgress> waiting) {
        Map<String, List<String>> namesByTime = new LinkedHashMap<>();
        waiting.forEach(system -> namesByTime
                .computeIfAbsent(when(system), none -> new ArrayList<>())
                .add(system.name()));
        return namesByTime.entrySet().stream()
                .map(one -> String.join(", ", one.getValue()) + " " + one.getKey())
                .collect(Collectors.joining("; "));
    }

    private String when(SystemProgress system) {
        Duration left = Duration.between(now, system.dueBy());
        if (left.isNegative()) {
            return messages.late();
        } else if (left.compareTo(Duration.ofMinutes(1)) <= 0) {
            return messages.withinAMinute();
        } else if (left.compareTo(Duration.ofHours(1)) <= 0) {
            return messages.withinMinutes(left.plusSeconds(59).toMinutes());
        } else if (left.compareTo(Duration.ofHours(23)) <= 0) {
            return messages.withinHours(left.plusMinutes(59).toHours());
        }
        ZonedDateTime day = system.dueBy().atZone(ZoneOffset.UTC);
        return messages.byDay(
                left.compareTo(Duration.ofDays(6)) <= 0
                        ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale)
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(locale)
                                .format(day));
    }
}
