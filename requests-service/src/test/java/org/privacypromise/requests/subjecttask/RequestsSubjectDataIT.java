package org.privacypromise.requests.subjecttask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Desk;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.Systems;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.KnownSubject;
import org.privacypromise.subjecttasks.Subject;
import org.privacypromise.subjecttasks.SubjectData;

@QuarkusTest
class RequestsSubjectDataIT {

    private static final List<SubjectTask.Exemption> KEEP = List.of(
            new SubjectTask.Exemption("user.unique_id", "request-records"),
            new SubjectTask.Exemption("user.privacy_preferences", "request-records"));

    @Inject
    Requested requested;

    @Inject
    SubjectData data;

    private final String customer = Customers.newCustomer();

    @Test
    void hands_over_the_persons_requests_and_nobody_elses() {
        UUID mine = requested.by(customer, Right.ACCESS);
        requested.by(Customers.newCustomer(), Right.ACCESS);
        UUID asGuest = requested.byGuest("1.guest-of-" + customer, Right.ERASURE);

        List<DataSection> sections = export(new Subject(List.of(customer), List.of("1.guest-of-" + customer)));

        assertThat(sections).singleElement().satisfies(section -> {
            assertThat(section.category()).isEqualTo("user.privacy_preferences");
            assertThat(section.records())
                    .extracting(record -> record.get("request"))
                    .containsExactly(mine.toString(), asGuest.toString());
            assertThat(section.records().getFirst())
                    .containsEntry("you asked for", "a copy of your data")
                    .containsEntry("where it stands", "is being answered");
        });
        assertThat(export(new Subject(List.of("nobody-at-all"), List.of()))).isEmpty();
    }

    @Test
    void hands_over_what_the_staff_have_written_about_a_request_and_not_who_it_was() {
        UUID mine = requested.by(customer, Right.ACCESS);
        Desk.team()
                .step(mine, "notes", Map.of("text", "Prefers letters."))
                .then()
                .statusCode(200);

        List<DataSection> sections = export(new Subject(List.of(customer), List.of()));

        assertThat(sections)
                .hasSize(2)
                .last()
                .satisfies(section -> assertThat(section.records())
                        .singleElement()
                        .satisfies(record -> assertThat(record)
                                .containsEntry("note", "Prefers letters.")
                                .containsEntry("request", mine.toString())
                                .doesNotContainValue("team-1")));
    }

    @Test
    void shreds_the_packages_made_before_and_keeps_the_record_of_the_requests() {
        // Given
        UUID access = requested.by(customer, Right.ACCESS);
        Systems.handOver("orders", access, "user.name", "{\"name\":\"Jo\"}");
        Systems.ALL.subList(1, 6).forEach(system -> Systems.holdNothing(system, access));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> requested.find(access).status() == Status.ANSWERED);
        UUID open = requested.by(customer, Right.ERASURE);
        Subject subject = new Subject(List.of(customer), List.of());
        assertThat(known()).contains("c:" + customer);

        // When
        Erasure erased = Requested.run(() -> Panache.withTransaction(() -> data.erase(subject, KEEP)));
        Erasure again = Requested.run(() -> Panache.withTransaction(() -> data.erase(subject, KEEP)));

        // Then
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusYears(6);
        assertThat(erased.heldAnything()).isTrue();
        assertThat(erased.kept())
                .containsExactly(
                        new TaskAnswered.Kept("user.unique_id", "request-records", until),
                        new TaskAnswered.Kept("user.privacy_preferences", "request-records", until));
        assertThat(erased.certificates())
                .singleElement()
                .satisfies(certificate -> assertThat(certificate.subject()).isEqualTo("r:" + access));
        assertThat(again.certificates()).isEqualTo(erased.certificates());
        assertThat(Database.column("SELECT id FROM content WHERE request_id = ?", access))
                .isEmpty();
        assertThat(requested.find(access)).isNotNull();
        assertThat(requested.find(open).status()).isEqualTo(Status.FULFILLING);
        Customers.as(customer).get("/requests/{id}/package", access).then().statusCode(410);
        assertThat(known()).doesNotContain("c:" + customer);
    }

    @Test
    void holds_nothing_of_a_stranger() {
        Erasure erased = Requested.run(() -> Panache.withTransaction(
                () -> data.erase(new Subject(List.of("nobody-at-all"), List.of("1.nowhere")), KEEP)));

        assertThat(erased).isEqualTo(Erasure.ofNothing());
    }

    private List<DataSection> export(Subject subject) {
        return Requested.run(() -> Panache.withSession(() -> data.export(subject)));
    }

    private List<String> known() {
        List<String> keys = new ArrayList<>();
        String after = "";
        while (true) {
            String from = after;
            List<KnownSubject> page = Requested.run(() -> Panache.withSession(() -> data.knownSubjects(from, 3)));
            if (page.isEmpty()) {
                assertThat(keys).isSorted().doesNotHaveDuplicates();
                return keys;
            }
            page.forEach(one -> keys.add(one.key()));
            after = keys.getLast();
        }
    }
}
