package org.privacypromise.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.events.ChoicesChanged;
import org.privacypromise.events.ContactPointRecorded;
import org.privacypromise.events.CustomerIdAllocated;
import org.privacypromise.events.Event;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.SubjectErased;
import org.privacypromise.events.PreferencesState;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.SubjectTask.Exemption;
import org.privacypromise.events.SubjectTask.Operation;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Kept;
import org.privacypromise.events.TaskAnswered.Outcome;
import org.privacypromise.subjecttasks.SubjectRefs;
import org.privacypromise.teststack.KafkaProbe;
import org.privacypromise.teststack.Tokens;

/** Somebody who chose, unsubscribed from one thing, and then asks what we hold or to be forgotten. */
@QuarkusTest
class ErasureIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STATE = "preferences.state.v1";
    private static final List<Exemption> KEEP = List.of(
            new Exemption("user.unique_id", "suppression"),
            new Exemption("user.privacy_preferences", "consent-evidence"));

    private final String customer = UUID.randomUUID().toString();
    private final String contactRef = "1." + UUID.randomUUID();
    private String unsubscribeLink;

    RequestsEndpoint requests;

    @Inject
    AgroalDataSource database;

    @Inject
    SubjectRefs subjectRefs;

    @BeforeEach
    void a_customer_who_allowed_the_shop_and_unsubscribed_from_the_marketplace() {
        tellOfCustomer(customer);
        unsubscribeLink =
                URI.create(linkFor("customerId", customer).path("url")).getPath();
        choose("marketing-main", "main", true).then().statusCode(200);
        unsubscribe();
        KafkaProbe.publish("preferences.acks.orders.v1", new ChoicesAcknowledged("c:" + customer, 2, Instant.now()));
        await().atMost(SOON).until(() -> tablesWith(customer).contains("acknowledgement"));
    }

    @Test
    void somebody_reads_in_words_what_is_held() {
        // When
        SubjectTask task = task(Operation.ACCESS, List.of());
        TaskAnswered answer = give(task);

        // Then
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(requests.document(task.taskId()))
                .contains("{\"customer ID\":\"" + customer + "\"}")
                .contains("{\"code of a contact point\":\"" + contactRef + "\",\"of\":\"an e-mail address\"")
                .contains("{\"what for\":\"News and offers from the shop\",\"by\":\"E-mail\",", "\"allowed\":\"yes\"")
                .contains("\"by which way\":\"by you, signed in\"")
                .contains("\"by which way\":\"by the unsubscribe link of a message to you\"")
                .contains("\"system\":\"Orders\",\"version of your choices\":2");
        assertThat(tablesWith(customer)).contains("preferences", "contact_link", "acknowledgement", "consent_record");
    }

    @Test
    void after_an_erasure_only_the_evidence_and_the_no_are_left() {
        // Given an event about the customer that could not be handled
        KafkaProbe.publish("preferences.acks.orders.v1", new ChoicesAcknowledged("c:" + customer, 99, Instant.now()));
        await().atMost(SOON).until(() -> tablesWith(customer).contains("parked_event"));

        // When
        TaskAnswered answer = give(task(Operation.ERASURE, KEEP));

        // Then it is said what is left
        assertThat(answer.outcome()).isEqualTo(Outcome.DONE);
        assertThat(answer.kept())
                .containsExactly(
                        new Kept("user.unique_id", "suppression", null),
                        new Kept("user.privacy_preferences", "consent-evidence", inSixYears()));

        // And that is true
        awaitForgotten("c:" + customer);
        awaitForgotten("p:" + contactRef);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tablesWith(customer)).containsExactly("consent_record"));
        assertThat(tablesWith(contactRef)).containsExactlyInAnyOrder("consent_record", "suppression");
        assertThat(linkStatus("customerId", customer)).isEqualTo(404);
    }

    @Test
    void after_an_erasure_senders_are_told_no() {
        give(task(Operation.ERASURE, KEEP));

        assertThat(because("contactRef", contactRef)).isEqualTo("suppressed");
        assertThat(because("customerId", customer)).isEqualTo("unknown-subject");
    }

    @Test
    void whoever_has_the_use_of_their_data_stopped_is_sent_nothing_until_it_goes_on_as_they_had_chosen() {
        // When
        assertThat(give(task(Operation.RESTRICTION, List.of())).outcome()).isEqualTo(Outcome.DONE);

        // Then senders are told no, and so is every system
        assertThat(ofTheShop()).isEqualTo("restricted");
        await().atMost(SOON)
                .until(() -> !allowedToSystems());

        // When
        give(task(Operation.RESTRICTION_LIFTING, List.of()));

        // Then
        assertThat(ofTheShop()).isEqualTo("chosen");
        await().atMost(SOON)
                .until(() -> allowedToSystems());
    }

    private boolean allowedToSystems() {
        return KafkaProbe.events(EventType.PREFERENCES_STATE, PreferencesState.class, "c:" + customer)
                .getLast()
                .allows("marketing-main", "email", "main");
    }

    private String ofTheShop() {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .get("/send-check?purpose=marketing-main&channel=email&brand=main&customerId=" + customer)
                .path("because");
    }

    @Test
    void after_an_erasure_a_probe_finds_nothing_until_the_person_is_known_again() {
        assertThat(give(task(Operation.PROBE, KEEP)).found()).isPositive();
        give(task(Operation.ERASURE, KEEP));

        TaskAnswered probed = give(task(Operation.PROBE, KEEP));

        assertThat(probed.outcome()).isEqualTo(Outcome.NOTHING_HELD);
        assertThat(probed.found()).isZero();
    }

    private static String because(String whose, String id) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .get("/send-check?purpose=marketing-marketplace&channel=email&brand=marketplace&" + whose + "=" + id)
                .path("because");
    }

    @Test
    void what_no_rule_lets_be_kept_is_erased_too() {
        TaskAnswered answer = give(task(Operation.ERASURE, List.of()));

        assertThat(answer.kept()).isEmpty();
        awaitForgotten("c:" + customer);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tablesWith(customer)).isEmpty();
            assertThat(tablesWith(contactRef)).isEmpty();
        });
    }

    @Test
    void what_somebody_asked_for_beside_their_choices_is_handed_over_and_erased() {
        // Given an alert, a sign-up that waits, and an answer that is kept for a repetition
        String product = "p-" + UUID.randomUUID();
        given().auth()
                .oauth2(token(customer))
                .contentType("application/json")
                .body(Map.of("product", product, "channel", "email"))
                .post("/alerts")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .header("Idempotency-Key", "sign-up-" + product)
                .body(Map.of(
                        "contactRef",
                        contactRef,
                        "noticeVersion",
                        ChoicesIT.notice(),
                        "language",
                        "en",
                        "form",
                        "competition/spring",
                        "choices",
                        List.of(Map.of(
                                "purpose", "marketing-main", "channel", "email", "brand", "main", "allowed", true))))
                .post("/guest-preferences")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(token(customer))
                .header("Idempotency-Key", "off")
                .contentType("application/json")
                .body(Map.of("allowed", false, "language", "en"))
                .put("/preferences/everything")
                .then()
                .statusCode(200);

        // Then
        SubjectTask access = task(Operation.ACCESS, List.of());
        give(access);
        assertThat(requests.document(access.taskId()))
                .contains("\"product\":\"" + product + "\"")
                .contains("\"asked for in the form\":\"competition/spring\"");

        // When
        give(task(Operation.ERASURE, KEEP));

        // Then
        assertThat(tablesWith(customer)).containsExactly("consent_record");
        assertThat(tablesWith(contactRef)).containsExactlyInAnyOrder("consent_record", "suppression");
        assertThat(given().auth().oauth2(token(customer)).get("/alerts").asString())
                .isEqualTo("[]");
        given().auth()
                .oauth2(token(customer))
                .contentType("application/json")
                .body(Map.of("product", product, "channel", "email"))
                .post("/alerts")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token(customer))
                .header("Sec-GPC", "1")
                .get("/preferences")
                .then()
                .statusCode(200);
        assertThat(tablesWith(customer)).containsExactly("consent_record");
    }

    @Test
    void an_erasure_twice_is_an_erasure_once() {
        SubjectTask task = task(Operation.ERASURE, KEEP);
        TaskAnswered first = give(task);

        TaskAnswered second = give(withVersion(task, 2));

        assertThat(second.kept()).isEqualTo(first.kept());
        assertThat(KafkaProbe.isForgotten(STATE, "c:" + customer)).isTrue();
    }

    @Test
    void somebody_of_whom_nothing_is_held_is_told_so() {
        SubjectTask unknown = new SubjectTask(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                Operation.ERASURE,
                List.of(),
                List.of("1." + UUID.randomUUID()),
                List.of(),
                KEEP,
                Instant.now(),
                LocalDate.EPOCH);

        assertThat(give(unknown))
                .extracting(TaskAnswered::outcome, TaskAnswered::kept)
                .containsExactly(Outcome.NOTHING_HELD, List.of());
    }

    @Test
    void the_no_of_somebody_who_was_erased_counts_for_the_next_customer_at_the_same_contact_point() {
        // Given
        choose("feedback", "main", false).then().statusCode(200);
        give(task(Operation.ERASURE, KEEP));

        // When
        String next = UUID.randomUUID().toString();
        tellOfCustomer(next);

        // Then
        ChoicesChanged carried =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + next, found -> true);
        assertThat(carried.source()).isEqualTo(ChoicesChanged.Source.SUPPRESSION);
        assertThat(carried.changes())
                .containsExactlyInAnyOrder(
                        new ChoicesChanged.Change("marketing-marketplace", "email", "marketplace", false),
                        new ChoicesChanged.Change("feedback", "email", "main", false));
    }

    @Test
    void the_next_customer_at_the_same_contact_point_can_allow_it_again_and_it_stays_so() {
        // Given
        give(task(Operation.ERASURE, KEEP));
        String next = UUID.randomUUID().toString();
        tellOfCustomer(next);
        KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + next, found -> true);
        choose(next, "marketing-marketplace", "marketplace", true).then().statusCode(200);

        // When the same contact point is told once more, now verified
        handled("identity.events.v1", "identity-events", contactPoint(next, true));

        // Then
        assertThat(
                        given().auth()
                                .oauth2(token(next))
                                .get("/preferences")
                                .<Boolean>path(
                                        "choices.find { it.purpose == 'marketing-marketplace' && it.channel == 'email' }.allowed"))
                .isTrue();
    }

    @Test
    void the_unsubscribe_link_of_an_old_mail_still_works_and_brings_nobody_back() {
        // Given
        String shopLink = URI.create(linkFor("customerId", customer, "marketing-main", "main")
                        .path("url"))
                .getPath();
        give(task(Operation.ERASURE, KEEP));
        awaitForgotten("p:" + contactRef);

        // When
        unsubscribe(shopLink);
        String next = UUID.randomUUID().toString();
        tellOfCustomer(next);

        // Then
        ChoicesChanged carried =
                KafkaProbe.awaitEvent(EventType.CHOICES_CHANGED, ChoicesChanged.class, "c:" + next, found -> true);
        assertThat(carried.changes())
                .contains(
                        new ChoicesChanged.Change("marketing-main", "email", "main", false),
                        new ChoicesChanged.Change("marketing-marketplace", "email", "marketplace", false));
        assertThat(KafkaProbe.isForgotten(STATE, "p:" + contactRef)).isTrue();
        assertThat(KafkaProbe.isForgotten(STATE, "c:" + customer)).isTrue();

        // And it reaches whoever is reached by the contact point now
        choose(next, "marketing-main", "main", true).then().statusCode(200);
        unsubscribe(shopLink);
        assertThat(given().auth()
                        .oauth2(token(next))
                        .get("/preferences")
                        .<Boolean>path(
                                "choices.find { it.purpose == 'marketing-main' && it.channel == 'email' }.allowed"))
                .isFalse();
    }

    @Test
    void what_arrives_late_about_somebody_who_was_erased_changes_nothing() {
        // Given
        give(task(Operation.ERASURE, KEEP));
        awaitForgotten("c:" + customer);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tablesWith(customer)).containsExactly("consent_record"));

        // When
        handled("identity.events.v1", "identity-events", new CustomerIdAllocated(customer, 1, Instant.now()));
        handled("identity.events.v1", "identity-events", contactPoint(customer, true));
        handled(
                "preferences.acks.orders.v1",
                "acknowledgements",
                new ChoicesAcknowledged("c:" + customer, 3, Instant.now()));
        handled(
                "preferences.acks.marketing.v1",
                "acknowledgements",
                new ChoicesAcknowledged("p:" + contactRef, 2, Instant.now()));
        choose("marketing-main", "main", true).then().statusCode(404);

        // Then
        assertThat(tablesWith(customer)).containsExactly("consent_record");
        assertThat(tablesWith(contactRef)).containsExactlyInAnyOrder("consent_record", "suppression");
        assertThat(KafkaProbe.isForgotten(STATE, "c:" + customer)).isTrue();
        assertThat(KafkaProbe.isForgotten(STATE, "p:" + contactRef)).isTrue();
        given().auth().oauth2(token(customer)).get("/preferences").then().statusCode(200);
    }

    @RepeatedTest(5)
    void whoever_goes_on_choosing_during_the_erasure_is_forgotten_all_the_same() throws Exception {
        // Given
        AtomicBoolean erased = new AtomicBoolean();
        var choosing = CompletableFuture.runAsync(() -> {
            for (int i = 0; !erased.get(); i++) {
                choose("marketing-main", "main", i % 2 == 0);
            }
        });
        var acknowledging = CompletableFuture.runAsync(() -> {
            while (!erased.get()) {
                KafkaProbe.publish(
                        "preferences.acks.orders.v1", new ChoicesAcknowledged("c:" + customer, 1, Instant.now()));
                KafkaProbe.publish("identity.events.v1", contactPoint(customer, false));
            }
        });

        // When
        give(task(Operation.ERASURE, KEEP));
        erased.set(true);
        CompletableFuture.allOf(choosing, acknowledging).get();

        // Then
        handled("identity.events.v1", "identity-events", contactPoint(customer, false));
        awaitForgotten("c:" + customer);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tablesWith(customer)).containsExactly("consent_record"));
        assertThat(KafkaProbe.isForgotten(STATE, "c:" + customer)).isTrue();
    }

    @Test
    void whoever_comes_back_with_an_old_backup_is_erased_again() {
        // Given nothing in this database says that the customer was erased
        String ref = subjectRefs.refOf("c:" + customer);

        // When
        Instant later = Instant.now().plusSeconds(1);
        KafkaProbe.publish(
                "privacy.erasures.v1",
                new SubjectErased(ref, later.toEpochMilli(), SubjectErased.Scope.CUSTOMER, later));

        // Then
        awaitForgotten("c:" + customer);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tablesWith(customer)).containsExactly("consent_record"));
        assertThat(tablesWith(contactRef)).contains("suppression");
    }

    private void tellOfCustomer(String customerId) {
        KafkaProbe.publish("identity.events.v1", new CustomerIdAllocated(customerId, 1, Instant.now()));
        KafkaProbe.publish("identity.events.v1", contactPoint(customerId, false));
        await().atMost(SOON).until(() -> linkStatus("customerId", customerId) == 201);
    }

    private ContactPointRecorded contactPoint(String customerId, boolean verified) {
        return new ContactPointRecorded(
                customerId, 2, contactRef, ContactPointRecorded.Kind.EMAIL, verified, Instant.now());
    }

    /** Publishes, and waits until the service has dealt with it. */
    private void handled(String topic, String consumer, Event event) {
        String id = UUID.randomUUID().toString();
        KafkaProbe.publish(topic, event.key(), event.type().typeName(), id, EventJson.write(event));
        await().atMost(SOON)
                .until(() -> texts("SELECT event_id FROM inbox WHERE consumer = '" + consumer + "' AND event_id = '"
                                        + id + "'")
                                .size()
                        == 1);
    }

    private SubjectTask task(Operation operation, List<Exemption> keep) {
        return new SubjectTask(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                operation,
                List.of(customer),
                List.of(contactRef),
                List.of("user.unique_id", "user.privacy_preferences"),
                keep,
                Instant.now(),
                LocalDate.EPOCH);
    }

    private static SubjectTask withVersion(SubjectTask task, long version) {
        return new SubjectTask(
                task.taskId(),
                task.requestId(),
                version,
                task.operation(),
                task.customerIds(),
                task.contactRefs(),
                task.categories(),
                task.keep(),
                task.issuedAt(),
                task.dueDate());
    }

    private static TaskAnswered give(SubjectTask task) {
        KafkaProbe.publish("requests.tasks.preferences.v1", task);
        return await().atMost(SOON)
                .until(
                        () -> KafkaProbe.records("requests.task-results.preferences.v1").stream()
                                .filter(one -> task.requestId().equals(one.key()))
                                .map(one -> EventJson.read(TaskAnswered.class, one.value()))
                                .filter(answer -> answer.version() == task.version())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void awaitForgotten(String key) {
        await().atMost(SOON).until(() -> KafkaProbe.isForgotten(STATE, key));
    }

    private static LocalDate inSixYears() {
        return LocalDate.now(ZoneOffset.UTC).plusYears(6);
    }

    private Response choose(String purpose, String brand, boolean allowed) {
        return choose(customer, purpose, brand, allowed);
    }

    private static Response choose(String customerId, String purpose, String brand, boolean allowed) {
        return given().auth()
                .oauth2(token(customerId))
                .contentType("application/json")
                .body(ChoicesIT.body(ChoicesIT.notice(), purpose, "email", brand, allowed))
                .patch("/preferences");
    }

    private void unsubscribe() {
        unsubscribe(unsubscribeLink);
    }

    private static void unsubscribe(String link) {
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200);
    }

    private static int linkStatus(String whose, String id) {
        return linkFor(whose, id).statusCode();
    }

    private static Response linkFor(String whose, String id) {
        return linkFor(whose, id, "marketing-marketplace", "marketplace");
    }

    private static Response linkFor(String whose, String id, String purpose, String brand) {
        return given().auth()
                .oauth2(Tokens.forService("preferences-service")
                        .system("marketing")
                        .sign())
                .contentType("application/json")
                .body(Map.of(whose, id, "purpose", purpose, "channel", "email", "brand", brand))
                .post("/unsubscribe-links");
    }

    private static String token(String customerId) {
        return Tokens.forService("preferences-service").customer(customerId).sign();
    }

    /** Every table in which this text stands somewhere. */
    private List<String> tablesWith(String text) {
        List<String> found = new ArrayList<>();
        for (String table : texts("""
                SELECT table_schema || '."' || table_name || '"' FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""")) {
            if (!texts("SELECT 'x' FROM " + table + " AS one WHERE one::text LIKE '%" + text + "%' LIMIT 1")
                    .isEmpty()) {
                found.add(table.replaceFirst("^.*\"(.*)\"$", "$1"));
            }
        }
        return found;
    }

    private List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
