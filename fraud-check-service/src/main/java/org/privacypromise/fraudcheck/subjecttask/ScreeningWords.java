package org.privacypromise.fraudcheck.subjecttask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.privacypromise.fraudcheck.assessment.Screening;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.subjecttask.ScreenedSubjects.Told;
import org.privacypromise.fraudcheck.velocity.CountedAttempt;
import org.privacypromise.fraudcheck.velocity.count.Measure;
import org.privacypromise.fraudcheck.velocity.count.Window;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.subjecttasks.DataSection;

/** What screening holds about somebody, in the words of the person it is about. */
final class ScreeningWords {

    private static final String LANGUAGE = "en";

    private ScreeningWords() {}

    /** Only what there is; the same for the same data. */
    static List<DataSection> sections(List<Told> screenings, List<CountedAttempt> counted) {
        List<DataSection> sections = new ArrayList<>();
        add(
                sections,
                "user.unique_id",
                "noted by us when somebody asked for something in your name",
                screenings.stream().map(ScreeningWords::screening).toList());
        add(
                sections,
                "user.device.ip_address",
                "counted by us, under codes that do not name you, when somebody asked for something in your name",
                counted.stream().map(ScreeningWords::attempt).toList());
        add(
                sections,
                "user.content.public",
                "public lists that we looked your mailbox's provider up in",
                screenings.stream()
                        .map(Told::screening)
                        .filter(screening -> screening.source() != null)
                        .map(ScreeningWords::publicSource)
                        .toList());
        return sections;
    }

    private static void add(
            List<DataSection> sections, String category, String source, List<Map<String, Object>> records) {
        if (!records.isEmpty()) {
            sections.add(new DataSection(category, source, records));
        }
    }

    private static Map<String, Object> screening(Told told) {
        Screening screening = told.screening();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("checked on", screening.screenedAt());
        fields.put(
                "what was checked",
                screening.screened() == Screened.REQUEST ? "a request about your data" : "that a code was asked for");
        fields.put("result", result(screening));
        fields.put("decided by", screening.isDecided() ? "a person" : "rules");
        if (!screening.reasons().isEmpty()) {
            fields.put(
                    "what was noticed",
                    screening.reasons().stream()
                            .map(reason -> reason.text(LANGUAGE))
                            .collect(Collectors.joining(" ")));
        }
        told.humanReason()
                .map(PersonalText::reveal)
                .ifPresent(reason -> fields.put("why the person decided so", reason));
        for (Measure measure : Measure.values()) {
            for (Window window : Window.values()) {
                if (screening.signals().get(measure.word() + "." + window.word()) instanceof Number count) {
                    fields.put(words(measure) + ", " + words(window), count.longValue());
                }
            }
        }
        return fields;
    }

    private static String result(Screening screening) {
        return switch (screening.verdict()) {
            case ALLOW -> "nothing against it";
            case REVIEW -> screening.isForReview() ? "a person has to look" : "unusual, but let through";
            case DENY ->
                screening.isDecided()
                        ? "refused"
                        : screening.isForReview() ? "a person has to look" : "no code was sent";
        };
    }

    private static Map<String, Object> attempt(CountedAttempt counted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("happened on", counted.at());
        fields.put(
                "what",
                switch (counted.what()) {
                    case REQUEST -> "a request about your data";
                    case VERIFICATION -> "a code was asked for";
                    case FAILED_VERIFICATION -> "too many wrong codes were entered";
                    case DISPOSABLE_MAILBOX ->
                        "a code was asked for, to a mailbox of a provider that hands them out for minutes";
                });
        fields.put("internet address counted with it", counted.withOrigin());
        return fields;
    }

    private static Map<String, Object> publicSource(Screening screening) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("checked on", screening.screenedAt());
        fields.put("list", screening.source());
        fields.put(
                "what it says",
                Boolean.TRUE.equals(screening.signals().get("mailbox.disposable"))
                        ? "your mailbox's provider is on the list"
                        : "your mailbox's provider is not on the list");
        return fields;
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case ORIGIN_REQUESTS -> "requests from the same internet connection";
            case ORIGIN_VERIFICATIONS -> "codes asked for from the same internet connection";
            case ORIGIN_CONTACT_POINTS -> "e-mail addresses and phone numbers from the same internet connection";
            case CONTACT_POINT_REQUESTS -> "requests naming the same e-mail address or phone number";
            case CONTACT_POINT_VERIFICATIONS -> "codes asked for the same e-mail address or phone number";
            case CONTACT_POINT_DISPOSABLE_MAILBOXES ->
                "codes asked for the same e-mail address, of a provider that hands out mailboxes for minutes";
            case CONTACT_POINT_FAILED_VERIFICATIONS ->
                "failed verifications of the same e-mail address or phone number";
            case CUSTOMER_REQUESTS -> "requests for the same customer";
            case CUSTOMER_VERIFICATIONS -> "codes asked for the same customer";
        };
    }

    private static String words(Window window) {
        return switch (window) {
            case LAST_10_MINUTES -> "within 10 minutes";
            case LAST_HOUR -> "within an hour";
            case LAST_DAY -> "within a day";
            case LAST_30_DAYS -> "within 30 days";
        };
    }
}
