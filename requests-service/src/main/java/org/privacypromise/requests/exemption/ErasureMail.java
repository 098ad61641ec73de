package org.privacypromise.requests.exemption;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report as a mail says it. */
public final class ErasureMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private ErasureMail() {}

    /** Plain text, without greeting and complaint routes. */
    public static String text(ErasureReport report) {
        return Templates.erasureReport(
                        report.categories().stream().map(ErasureMail::line).toList(),
                        report.systems().stream()
                                .filter(system -> system.outcome() == ErasureReport.Outcome.NOTHING_HELD)
                                .map(ErasureReport.AskedSystem::name)
                                .toList(),
                        report.categories().stream()
                                .anyMatch(category -> !category.followsIn().isEmpty()),
                        report.categories().stream()
                                .flatMap(category -> category.kept().stream())
                                .anyMatch(kept -> kept.until() != null),
                        report.told().stream()
                                .map(told -> told.recipient() + " (by " + told.system() + ", on "
                                        + DAY.format(told.at().atOffset(ZoneOffset.UTC)) + ")")
                                .toList(),
                        report.certificates().size(),
                        report.backupsUntil() == null
                                ? null
                                : DAY.format(report.backupsUntil().atOffset(ZoneOffset.UTC)))
                .render()
                .strip();
    }

    /** One category with what is said of it. */
    record Line(String category, List<String> sentences) {}

    private static Line line(ErasureReport.Category category) {
        List<String> sentences = new ArrayList<>();
        if (!category.erasedIn().isEmpty()) {
            sentences.add("Erased in: " + String.join(", ", category.erasedIn()) + ".");
        }
        category.kept().forEach(kept -> sentences.add(sentence(kept)));
        if (!category.followsIn().isEmpty()) {
            sentences.add("Follows right after this mail in: " + String.join(", ", category.followsIn()) + ".");
        }
        category.notErased()
                .forEach(
                        left -> sentences.add("Not erased in: " + left.system() + ", because " + left.because() + "."));
        return new Line(category.name(), sentences);
    }

    private static String sentence(ErasureReport.Kept kept) {
        return "Kept in: " + kept.system() + until(kept.until()) + ". " + kept.words()
                + (kept.law() == null ? "" : " (" + kept.law() + ")");
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? "" : ", until " + DAY.format(day) + ", and then erased, too";
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance erasureReport(
                List<Line> lines,
                List<String> nothingHeld,
                boolean follows,
                boolean endsByItself,
                List<String> told,
                int certificates,
                @Nullable String backupsUntil);
    }
}
