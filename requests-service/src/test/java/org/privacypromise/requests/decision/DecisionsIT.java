package org.privacypromise.requests.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ScreeningConcluded.DecidedBy;
import org.privacypromise.events.ScreeningConcluded.Verdict;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.Customers;
import org.privacypromise.requests.Database;
import org.privacypromise.requests.Facts;
import org.privacypromise.requests.OtherServices;
import org.privacypromise.requests.Requested;
import org.privacypromise.requests.lifecycle.Decision;
import org.privacypromise.requests.lifecycle.ReadWords;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestHistoryRepository;
import org.privacypromise.requests.lifecycle.step.Ground;
import org.privacypromise.requests.lifecycle.step.IllegalTransitionException;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
class DecisionsIT {

    private static final String NOT_EXTENDABLE = "not-extendable";

    OtherServices services;

    @Inject
    ExtendRequest extend;

    @Inject
    AskForClarification ask;

    @Inject
    TakeClarification take;

    @Inject
    AskForIdentity askForIdentity;

    @Inject
    TakeIdentity takeIdentity;

    @Inject
    RefuseRequest refuse;

    @Inject
    GrantRequest grant;

    @Inject
    RequestHistoryRepository history;

    @Inject
    ReadWords words;

    private final String customer = Customers.newCustomer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Test
    void an_extension_moves_the_date_tells_why_and_says_who_decided() {
        // Given
        UUID id = ask("ACCESS");
        LocalDate before =
                LocalDate.parse(Customers.read(customer, id.toString()).path("dueDate"));

        // When
        Request extended = Requested.run(() -> extend.extend(id, by("Your data lies in five old archives.")));

        // Then
        assertThat(extended.dueDate()).isAfterOrEqualTo(today.plusMonths(3)).isAfter(before);
        assertThat(extended.derivation().noticeBy()).isEqualTo(before);
        assertThat(extended.status()).isEqualTo(Status.SCREENING);
        Customers.read(customer, id.toString())
                .then()
                .body("dueDate", equalTo(extended.dueDate().toString()));
        await().untilAsserted(() -> assertThat(services.mailsAbout(id.toString()))
                .anyMatch(mail -> mail.path("text").asText().contains("five old archives")));
        assertThat(Database.column("SELECT version FROM request_derivation WHERE request_id = ? ORDER BY 1", id))
                .containsExactly("1", "2");
        var line =
                Requested.run(() -> Panache.withSession(() -> history.of(id))).getLast();
        assertThat(line.event()).isEqualTo("Extended");
        assertThat(line.staff()).isEqualTo("staff-7");
        assertThat(Objects.requireNonNull(Requested.run(() -> Panache.withSession(() -> words.of(line))))
                        .reveal())
                .isEqualTo("Your data lies in five old archives.");
        refused(NOT_EXTENDABLE, () -> Requested.run(() -> extend.extend(id, by("Once more."))));
    }

    @Test
    void an_extension_that_cannot_be_told_in_time_any_more_or_that_the_law_does_not_know_is_none() {
        UUID late = letter("GB-ENG", today.minusDays(45));
        refused(NOT_EXTENDABLE, () -> Requested.run(() -> extend.extend(late, by("Too late."))));

        UUID brazil = letter("BR", today);
        refused(NOT_EXTENDABLE, () -> Requested.run(() -> extend.extend(brazil, by("No such thing."))));
        assertThat(Database.column(
                        "SELECT 1 FROM notice WHERE kind = 'EXTENDED' AND request_id IN (?, ?)", late, brazil))
                .isEmpty();
    }

    @Test
    void days_of_waiting_for_an_answer_are_added_when_it_is_there() {
        // Given
        UUID id = letter("GB-ENG", today.minusDays(5));
        LocalDate before =
                LocalDate.parse(Customers.read(customer, id.toString()).path("dueDate"));

        // When
        Request asked = Requested.run(() -> ask.ask(id, by("Which of your two accounts do you mean?")));

        // Then
        assertThat(asked.dueDate()).isEqualTo(before);
        await().untilAsserted(() -> assertThat(services.mailsAbout(id.toString()))
                .anyMatch(mail -> mail.path("text").asText().contains("Which of your two accounts")));
        refused("asked-before", () -> Requested.run(() -> ask.ask(id, by("And which of your houses?"))));

        // When
        Request answered = Requested.run(() -> take.take(id, today, by("Both.")));

        // Then
        assertThat(answered.dueDate()).isAfter(before);
        assertThat(answered.derivation().facts().clarificationReceived()).isEqualTo(today);
        refused("not-asked", () -> Requested.run(() -> take.take(id, today, by("Both."))));
        UUID other = ask("ACCESS");
        refused("not-asked", () -> Requested.run(() -> take.take(other, today, by("Both."))));
        refused("invalid-content", () -> Requested.run(() -> take.take(other, today.plusDays(2), by("Both."))));
    }

    @Test
    void whoever_is_doubted_is_decided_on_by_a_person_once_they_have_shown_who_they_are() {
        // Given
        UUID id = ask("ACCESS");
        Requested.run(() -> askForIdentity.ask(id, by("The date of your last order, please.")));
        Facts.verdict(id.toString(), 1, Verdict.ALLOW, DecidedBy.RULES);
        await().until(() ->
                "IN_REVIEW".equals(Customers.read(customer, id.toString()).path("status")));

        // When, Then
        refused("not-yet-to-decide", () -> Requested.run(() -> grant.grant(id, by("Looks fine."))));
        Request shown = Requested.run(() -> takeIdentity.take(id, today, by("The date was right.")));
        assertThat(shown.derivation().facts().identityReceived()).isEqualTo(today);
        assertThat(Requested.run(() -> grant.grant(id, by("The date was right.")))
                        .status())
                .isEqualTo(Status.FULFILLING);
    }

    @Test
    void what_is_weighed_is_granted_by_a_person_but_not_against_the_screening() {
        UUID id = ask("RECTIFICATION");
        Facts.verdict(id.toString(), 1, Verdict.DENY, DecidedBy.RULES);
        await().until(() ->
                "IN_REVIEW".equals(Customers.read(customer, id.toString()).path("status")));
        refused("not-yet-to-decide", () -> Requested.run(() -> grant.grant(id, by("It is wrong indeed."))));

        Facts.verdict(id.toString(), 2, Verdict.ALLOW, DecidedBy.HUMAN);
        await().until(() -> Database.column("SELECT 1 FROM verdict WHERE screening_id = ?", id.toString())
                        .size()
                == 2);

        assertThat(Requested.run(() -> grant.grant(id, by("It is wrong indeed.")))
                        .status())
                .isEqualTo(Status.FULFILLING);
    }

    @Test
    void nobody_past_the_screening_is_granted_what_is_not_weighed() {
        UUID id = ask("ERASURE");
        Facts.verdict(id.toString(), 1, Verdict.REVIEW, DecidedBy.RULES);
        await().until(() ->
                "IN_REVIEW".equals(Customers.read(customer, id.toString()).path("status")));

        refused("not-yet-to-decide", () -> Requested.run(() -> grant.grant(id, by("Let it pass."))));
    }

    @Test
    void a_refusal_needs_evidence_and_names_the_ground_and_the_complaint_routes() {
        // Given
        UUID id = ask("OBJECTION");
        Facts.verdict(id.toString(), 1, Verdict.ALLOW, DecidedBy.RULES);
        await().until(() ->
                "IN_REVIEW".equals(Customers.read(customer, id.toString()).path("status")));

        // When, Then
        refused("invalid-content", () -> Requested.run(() -> refuse.refuse(id, Ground.EXCESSIVE, by("too often"))));
        Request refused = Requested.run(() -> refuse.refuse(
                id, Ground.EXCESSIVE, by("The same objection was answered on 3 May, 4 June and 5 July.")));
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.refusalGround()).isEqualTo(Ground.EXCESSIVE);
        Customers.read(customer, id.toString()).then().body("next", containsString("Information Commissioner"));
        await().untilAsserted(() -> assertThat(services.mailsAbout(id.toString()))
                .anyMatch(mail -> mail.path("text").asText().contains("answered on 3 May")
                        && mail.path("text").asText().contains("excessive")
                        && mail.path("text").asText().contains("Information Commissioner")));
        assertThatThrownBy(() -> Requested.run(() -> extend.extend(id, by("After the end."))))
                .isInstanceOf(IllegalTransitionException.class);
    }

    @Test
    void what_does_not_exist_is_not_found_and_nobody_decides_by_name() {
        refused("not-found", () -> Requested.run(() -> extend.extend(UUID.randomUUID(), by("Nobody."))));
        for (String name : List.of("jo@example.org", "Jo Doe", "")) {
            assertThatThrownBy(() -> new Decision(name, PersonalText.of("x")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private UUID ask(String right) {
        return UUID.fromString(Customers.ask(customer, right).path("requestId"));
    }

    /** As if it had lain with us since that day. */
    private UUID letter(String place, LocalDate received) {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.forService("requests-service")
                        .subject("care-1")
                        .role("customer-care")
                        .sign())
                .header("X-Purpose", "a letter")
                .contentType("application/json")
                .body("{\"rights\":[\"ACCESS\"],\"way\":\"LETTER\",\"place\":\"" + place + "\",\"receivedOn\":\""
                        + received + "\",\"customerId\":\"" + customer + "\",\"identifiedBy\":\"CALLED_BACK\"}")
                .post("/desk/requests")
                .path("requestId"));
    }

    private static Decision by(String words) {
        return new Decision("staff-7", PersonalText.of(words));
    }

    private static void refused(String type, ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type().toString()).endsWith(":" + type));
    }
}
