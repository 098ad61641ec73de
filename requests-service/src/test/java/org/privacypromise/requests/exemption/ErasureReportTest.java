package org.privacypromise.requests.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;
import org.privacypromise.requests.exemption.ErasureReport.Category;
import org.privacypromise.requests.exemption.ErasureReport.Part;

class ErasureReportTest {

    private static final PurposeRegister REGISTER = RegisterLoader.loadDefault();
    private static final LocalDate END = LocalDate.of(2032, 12, 31);
    private static final Instant DESTROYED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant BACKUPS = Instant.parse("2026-03-09T09:00:00Z");

    @Test
    void says_for_each_category_where_it_is_erased_and_what_is_kept_by_which_law_until_when() {
        ErasureReport report = report(
                new Part(
                        "orders",
                        answered(
                                Outcome.DONE,
                                List.of(new TaskAnswered.Kept("user.name", "tax-records", END)),
                                List.of())),
                new Part("marketing", answered(Outcome.DONE, List.of(), List.of())));

        Category name = category(report, "user.name");
        assertThat(name.name()).isEqualTo("Your name");
        assertThat(name.erasedIn()).containsExactly("Marketing");
        assertThat(name.followsIn()).isEmpty();
        assertThat(name.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.system()).isEqualTo("Orders");
            assertThat(kept.words()).contains("six years");
            assertThat(kept.law()).contains("Value Added Tax Act 1994");
            assertThat(kept.until()).isEqualTo(END);
        });
        assertThat(category(report, "user.contact.email").erasedIn()).containsExactly("Orders", "Marketing");
        assertThat(category(report, "user.contact.email").kept()).isEmpty();
        assertThat(report.keepsSomething()).isTrue();
    }

    @Test
    void never_says_erased_before_the_system_has_said_so() {
        ErasureReport report = report(
                new Part("identity", null),
                new Part("preferences", answered(Outcome.FAILED, List.of(), List.of())),
                new Part("fraud-check", answered(Outcome.NOTHING_HELD, List.of(), List.of())));

        assertThat(report.categories()).allSatisfy(category -> {
            assertThat(category.erasedIn()).isEmpty();
            assertThat(category.followsIn()).isNotEmpty();
        });
        assertThat(category(report, "user.account").followsIn()).containsExactly("Who you are");
        assertThat(report.categories()).extracting(Category::key).doesNotContain("user.device.ip_address");
        assertThat(report.systems())
                .extracting(ErasureReport.AskedSystem::outcome)
                .containsExactly(
                        ErasureReport.Outcome.FOLLOWS,
                        ErasureReport.Outcome.FAILED,
                        ErasureReport.Outcome.NOTHING_HELD);
        assertThat(report.keepsSomething()).isFalse();
    }

    @Test
    void lists_the_certificates_and_when_the_last_backup_is_gone() {
        TaskAnswered.Certificate earlier =
                new TaskAnswered.Certificate("k-1", DESTROYED, BACKUPS.minusSeconds(60), "a".repeat(64));
        TaskAnswered.Certificate later = new TaskAnswered.Certificate("k-2", DESTROYED, BACKUPS, "b".repeat(64));

        ErasureReport report = report(
                new Part("identity", answered(Outcome.DONE, List.of(), List.of(later))),
                new Part("requests", answered(Outcome.DONE, List.of(), List.of(earlier))));

        assertThat(report.certificates())
                .extracting(ErasureReport.Destroyed::system, ErasureReport.Destroyed::keyId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Who you are", "k-2"),
                        org.assertj.core.groups.Tuple.tuple("Your requests", "k-1"));
        assertThat(report.backupsUntil()).isEqualTo(BACKUPS);
        assertThat(report(new Part("identity", null)).backupsUntil()).isNull();
    }

    @Test
    void shows_a_system_and_a_rule_that_the_register_no_longer_knows_by_their_keys() {
        ErasureReport report = report(new Part(
                "till",
                answered(Outcome.DONE, List.of(new TaskAnswered.Kept("user.location", "receipts", null)), List.of())));

        assertThat(report.categories()).singleElement().satisfies(category -> {
            assertThat(category.name()).isEqualTo("user.location");
            assertThat(category.kept())
                    .containsExactly(new ErasureReport.Kept("till", "receipts", "receipts", null, null));
        });
    }

    @Test
    void says_what_a_legal_hold_keeps_and_what_could_not_be_erased_and_never_calls_either_erased() {
        ErasureReport report =
                report(new Part("orders", null, true, null), new Part("marketing", null, false, GivenUp.UNREACHABLE));

        Category email = category(report, "user.contact.email");
        assertThat(email.erasedIn()).isEmpty();
        assertThat(email.followsIn()).isEmpty();
        assertThat(email.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.system()).isEqualTo("Orders");
            assertThat(kept.retention()).isEqualTo(ErasureReport.LEGAL_HOLD);
            assertThat(kept.law()).contains("17(3)(e)");
        });
        assertThat(email.notErased())
                .containsExactly(new ErasureReport.NotErased("Marketing", GivenUp.UNREACHABLE.words()));
        assertThat(report.systems())
                .extracting(ErasureReport.AskedSystem::outcome)
                .containsExactly(ErasureReport.Outcome.HELD, ErasureReport.Outcome.NOT_ERASED);
    }

    @Test
    void names_the_recipients_who_were_told_by_which_system_and_when() {
        TaskAnswered answer = new TaskAnswered(
                "t-1",
                "r-1",
                1,
                Outcome.DONE,
                null,
                List.of(new TaskAnswered.Kept("user.name", "tax-records", END)),
                List.of(),
                null,
                DESTROYED,
                null,
                List.of("carriers"));

        ErasureReport report = report(new Part("orders", answer));

        assertThat(report.told()).singleElement().satisfies(told -> {
            assertThat(told.system()).isEqualTo("Orders");
            assertThat(told.at()).isEqualTo(DESTROYED);
        });
    }

    private static ErasureReport report(Part... parts) {
        return ErasureReport.of(REGISTER, "en", List.of(parts));
    }

    private static Category category(ErasureReport report, String key) {
        return report.categories().stream()
                .filter(category -> category.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static TaskAnswered answered(
            Outcome outcome, List<TaskAnswered.Kept> kept, List<TaskAnswered.Certificate> certificates) {
        @Nullable String reason = outcome == Outcome.FAILED ? "legal-hold" : null;
        return new TaskAnswered("t-1", "r-1", 1, outcome, null, kept, certificates, reason, DESTROYED);
    }
}
