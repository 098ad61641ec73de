package org.privacypromise.fraudcheck.subjecttask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.privacypromise.fraudcheck.Caller.contactRef;
import static org.privacypromise.fraudcheck.Caller.decide;
import static org.privacypromise.fraudcheck.Caller.id;
import static org.privacypromise.fraudcheck.Caller.ip;
import static org.privacypromise.fraudcheck.Caller.screen;
import static org.privacypromise.fraudcheck.Caller.signals;
import static org.privacypromise.fraudcheck.Caller.verdict;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.fraudcheck.Database;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.KnownSubject;
import org.privacypromise.subjecttasks.Subject;
import org.privacypromise.subjecttasks.SubjectData;

@QuarkusTest
class ScreenedSubjectsIT {

    private static final List<SubjectTask.Exemption> KEEP_COUNTERS =
            List.of(new SubjectTask.Exemption("user.device.ip_address", "fraud-counters"));

    private final String customer = "c-" + id();
    private final String contactRef = contactRef();
    private final Subject subject = new Subject(List.of(customer), List.of(contactRef));

    @Inject
    SubjectData data;

    @Test
    void somebody_who_asks_is_told_every_verdict_with_its_reasons_counts_and_sources_in_plain_words() throws Throwable {
        // Given
        String reviewed = id();
        screen(
                reviewed,
                "REQUEST",
                signals("ipAddress", ip(), "customerId", customer, "emailDomain", "mailinator.com"));
        decide(reviewed, "DENY", "The caller did not know the last order.");
        screen(id(), "VERIFICATION", signals("contactRef", contactRef, "emailDomain", "example.org"));
        screen(id(), "REQUEST", signals("customerId", "c-another", "emailDomain", "mailinator.com"));

        // When
        List<DataSection> sections = inSession(() -> data.export(subject));

        // Then
        assertThat(sections)
                .extracting(DataSection::category)
                .containsExactly("user.unique_id", "user.device.ip_address", "user.content.public");
        assertThat(sections.getFirst().records()).hasSize(2);
        assertThat(sections.getFirst().records().getFirst())
                .containsEntry("what was checked", "a request about your data")
                .containsEntry("result", "refused")
                .containsEntry("decided by", "a person")
                .containsEntry(
                        "what was noticed",
                        "The e-mail address belongs to a provider that hands out mailboxes for a few minutes.")
                .containsEntry("why the person decided so", "The caller did not know the last order.")
                .containsEntry("requests for the same customer, within an hour", 1L)
                .containsKey("checked on");
        assertThat(sections.getFirst().records().get(1))
                .containsEntry("what was checked", "that a code was asked for")
                .containsEntry("result", "nothing against it")
                .doesNotContainKey("what was noticed");
        assertThat(sections.get(1).records())
                .extracting(record -> record.get("what"), record -> record.get("internet address counted with it"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a code was asked for", false),
                        org.assertj.core.groups.Tuple.tuple("a request about your data", true));
        assertThat(sections.get(2).records())
                .extracting(record -> record.get("what it says"))
                .containsExactly(
                        "your mailbox's provider is on the list", "your mailbox's provider is not on the list");
        assertThat(inSession(() -> data.export(subject))).isEqualTo(sections);
    }

    @Test
    void of_somebody_unknown_nothing_is_held() throws Throwable {
        assertThat(inSession(() -> data.export(subject))).isEmpty();
        assertThat(inTransaction(() -> data.erase(subject, KEEP_COUNTERS))).isEqualTo(Erasure.ofNothing());
    }

    @Test
    void after_an_erasure_only_counters_that_name_nobody_are_left_and_they_go_on_counting() throws Throwable {
        // Given
        for (int i = 0; i < 3; i++) {
            screen(id(), "REQUEST", signals("ipAddress", ip(), "customerId", customer, "contactRef", contactRef));
        }
        String reviewed = id();
        screen(reviewed, "REQUEST", signals("customerId", customer, "emailDomain", "mailinator.com"));
        decide(reviewed, "DENY", "Because.");

        // When
        Erasure erasure = inTransaction(() -> data.erase(subject, KEEP_COUNTERS));

        // Then
        LocalDate until = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(30);
        assertThat(erasure.heldAnything()).isTrue();
        assertThat(erasure.kept())
                .containsExactly(new TaskAnswered.Kept("user.device.ip_address", "fraud-counters", until));
        assertThat(erasure.certificates()).hasSize(1).allMatch(certificate -> certificate.isIntact());
        // What says that a key was destroyed says whose: it is the proof.
        assertThat(Database.tablesWith(customer)).containsExactly("subject_keys.subject_key");
        assertThat(Database.tablesWith(contactRef)).isEmpty();
        assertThat(Database.tablesWith(reviewed)).isEmpty();
        assertThat(verdict("REQUEST", signals("customerId", customer)))
                .as("whoever is forgotten does not start afresh")
                .isEqualTo("REVIEW");
    }

    @Test
    void erasing_again_does_no_harm_and_hands_the_certificate_over_again() throws Throwable {
        String reviewed = id();
        screen(reviewed, "REQUEST", signals("customerId", customer, "emailDomain", "mailinator.com"));
        decide(reviewed, "DENY", "Because.");

        Erasure first = inTransaction(() -> data.erase(subject, KEEP_COUNTERS));
        Erasure again = inTransaction(() -> data.erase(subject, KEEP_COUNTERS));

        assertThat(again.certificates()).isEqualTo(first.certificates()).hasSize(1);
        assertThat(again.kept()).isEqualTo(first.kept());
    }

    @Test
    void what_the_register_does_not_let_us_keep_is_erased_too() throws Throwable {
        screen(id(), "VERIFICATION", signals("ipAddress", ip(), "contactRef", contactRef));

        Erasure erasure = inTransaction(() -> data.erase(subject, List.of()));

        assertThat(erasure.kept()).isEmpty();
        assertThat(inSession(() -> data.export(subject))).isEmpty();
        assertThat(inTransaction(() -> data.erase(subject, List.of()))).isEqualTo(Erasure.ofNothing());
    }

    @Test
    void a_case_that_waits_for_a_person_goes_on_waiting_without_a_trace_of_whom_it_is_about() throws Throwable {
        String waiting = id();
        screen(waiting, "REQUEST", signals("customerId", customer, "emailDomain", "mailinator.com"));

        inTransaction(() -> data.erase(subject, KEEP_COUNTERS));

        assertThat(Database.tablesWith(customer)).isEmpty();
        decide(waiting, "ALLOW", "It is theirs to ask.").statusCode(200);
    }

    @Test
    void everybody_with_something_to_erase_is_found_page_by_page_and_nobody_else() throws Throwable {
        screen(id(), "REQUEST", signals("customerId", customer, "contactRef", contactRef));
        String erased = "c-" + id();
        screen(id(), "REQUEST", signals("customerId", erased));
        inTransaction(() -> data.erase(new Subject(List.of(erased), List.of()), KEEP_COUNTERS));

        List<String> keys = new ArrayList<>();
        List<KnownSubject> page = inSession(() -> data.knownSubjects("", 3));
        while (!page.isEmpty()) {
            page.forEach(known -> keys.add(known.key()));
            String last = page.getLast().key();
            page = inSession(() -> data.knownSubjects(last, 3));
        }

        assertThat(keys).contains("c:" + customer, "p:" + contactRef).doesNotContain("c:" + erased);
        assertThat(keys).doesNotHaveDuplicates().isSorted();
    }

    private static <T> T inSession(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(work));
    }

    private static <T> T inTransaction(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }
}
