package org.privacypromise.identity.subjecttask;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.VerificationConcluded;
import org.privacypromise.identity.Database;
import org.privacypromise.identity.RealParts;
import org.privacypromise.identity.account.KeycloakAdmin;
import org.privacypromise.identity.customer.IdentityEvents;
import org.privacypromise.identity.customer.Shop;
import org.privacypromise.identity.mail.Letters;
import org.privacypromise.identity.mail.MailServer;
import org.privacypromise.identity.verification.Guest;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.KnownSubject;
import org.privacypromise.subjecttasks.Subject;
import org.privacypromise.subjecttasks.SubjectData;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
@RealParts
class SubjectDataIT {

    MailServer mails;

    KeycloakAdmin keycloak;

    @Inject
    SubjectData data;

    private final String email = Shop.newEmail();
    private final String reference = Shop.newReference();

    @BeforeEach
    void nobody_has_asked_for_anything() {
        Database.change("DELETE FROM budget");
    }

    @AfterEach
    void everything_is_as_usual() {
        keycloak.away(false);
        mails.reset();
    }

    private static <T> T inSession(Supplier<Uni<T>> work) {
        return await(() -> Panache.withSession(work));
    }

    private static <T> T inTransaction(Supplier<Uni<T>> work) {
        return await(() -> Panache.withTransaction(work));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A customer with everything this service can hold. */
    private record Jo(String customerId, String account, String verificationId, Subject subject) {}

    private Jo jo() {
        String account = keycloak.register(email, true);
        Response bought = Shop.buy(reference, email);
        Shop.link(account, bought.path("linkToken")).then().statusCode(200);
        String customerId = bought.path("customerId");
        Shop.buySignedIn(account, reference + "-2", Shop.newEmail()).then().statusCode(201);
        String verificationId = verified(email, mails.to(email).size());
        Letters.toCustomer(customerId, UUID.randomUUID().toString(), "Text.");
        mails.to(email, 2);
        return new Jo(customerId, account, verificationId, described(customerId));
    }

    private String verified(String address, int mailsBefore) {
        String id = Guest.start(address).path("verificationId");
        Guest.answer(id, Guest.codeIn(mails.to(address, mailsBefore + 1).getLast()))
                .then()
                .statusCode(200);
        return id;
    }

    private static Subject described(String customerId) {
        Response subject = subject(customerId);
        return new Subject(subject.path("customerIds"), subject.path("contactRefs"));
    }

    private static Response subject(String customerId) {
        return given().auth().oauth2(Letters.requests().sign()).get("/subjects/{id}", customerId);
    }

    private static String contactRef(String address) {
        return given().auth()
                .oauth2(Tokens.forService("identity-service")
                        .system("marketing")
                        .sign())
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"EMAIL\",\"value\":\"" + address + "\"}")
                .post("/contact-refs")
                .path("contactRef");
    }

    private static Subject known(String address) {
        return new Subject(List.of(), List.of(contactRef(address)));
    }

    @Test
    void the_other_services_learn_by_which_references_a_customer_is_known() {
        Jo jo = jo();

        assertThat(jo.subject().customerIds()).containsExactly(jo.customerId());
        assertThat(jo.subject().contactRefs())
                .as("the proven one; of the other nobody knows whose it is")
                .containsExactly(contactRef(email));
        subject("0000000000000000000000none").then().statusCode(404);
    }

    @Test
    void a_customer_gets_everything_that_is_held_in_plain_words() {
        // Given
        Jo jo = jo();

        // When
        List<DataSection> held = inSession(() -> data.export(jo.subject()));

        // Then
        assertThat(held)
                .extracting(DataSection::category)
                .containsOnly("user.unique_id", "user.contact.email", "user.account", "user.authorization.credentials");
        assertThat(values(held))
                .contains(
                        email,
                        jo.customerId(),
                        jo.account(),
                        reference,
                        reference + "-2",
                        "access-request",
                        "verified");
        assertThat(inSession(() -> data.export(jo.subject()))).isEqualTo(held);
    }

    private static List<Object> values(List<DataSection> held) {
        return held.stream()
                .flatMap(section -> section.records().stream())
                .map(Map::values)
                .flatMap(values -> new ArrayList<>(values).stream())
                .toList();
    }

    @Test
    void somebody_known_by_a_mailbox_gets_what_is_known_by_it_and_nothing_else() {
        // Given a customer who gave the same address, and a stranger
        String customerId = Shop.buy(reference, email).path("customerId");
        verified(email, 0);
        String stranger = Shop.newEmail();
        verified(stranger, 0);

        // When
        Subject guest = known(email);
        List<DataSection> held = inSession(() -> data.export(guest));

        // Then
        assertThat(values(held)).contains(email, "access-request").doesNotContain(customerId, reference, stranger);
    }

    @Test
    void of_nobody_nothing_is_held() {
        Subject nobody = new Subject(List.of("nobody"), List.of(contactRef(email)));

        assertThat(inSession(() -> data.export(nobody))).isEmpty();
        assertThat(inTransaction(() -> data.erase(nobody, List.of()))).isEqualTo(Erasure.ofNothing());
    }

    @Test
    void an_erasure_leaves_no_row_and_no_readable_address() {
        // Given, beside another customer
        Jo jo = jo();
        String another = Shop.newEmail();
        String anothersId = Shop.buy(Shop.newReference(), another).path("customerId");
        String anothersVerification = verified(another, 0);

        // When
        await(() -> data.beforeErasure(jo.subject()).replaceWith(true));
        Erasure erasure = inTransaction(() -> data.erase(jo.subject(), List.of()));

        // Then
        assertThat(erasure.heldAnything()).isTrue();
        assertThat(erasure.kept()).isEmpty();
        assertThat(erasure.certificates())
                .extracting(DestructionCertificate::subject)
                .contains(jo.customerId(), "v:" + jo.verificationId());
        assertThat(keycloak.user(jo.account())).isNull();
        assertThat(Database.everyRow())
                .filteredOn(row -> !row.startsWith("subject_keys") && !row.startsWith("public.outbox"))
                .noneSatisfy(row -> assertThat(row)
                        .containsAnyOf(
                                jo.customerId(), jo.account(), jo.verificationId(), reference, contactRef(email)));
        assertThat(Database.texts(
                        "SELECT wrapped_key::text FROM subject_keys.subject_key WHERE subject IN (?, ?)",
                        jo.customerId(),
                        "v:" + jo.verificationId()))
                .containsOnlyNulls();
        Subject other = new Subject(List.of(anothersId), List.of(contactRef(another)));
        assertThat(inSession(() -> data.export(other)))
                .as("nobody else's is gone")
                .hasSizeGreaterThan(2);
        assertThat(Database.everyRow()).anySatisfy(row -> assertThat(row).contains(anothersVerification));
        subject(jo.customerId()).then().statusCode(404);
    }

    @Test
    void an_erasure_may_be_repeated() {
        Jo jo = jo();
        await(() -> data.beforeErasure(jo.subject()).replaceWith(true));
        await(() -> data.beforeErasure(jo.subject()).replaceWith(true));
        Erasure first = inTransaction(() -> data.erase(jo.subject(), List.of()));

        await(() -> data.beforeErasure(jo.subject()).replaceWith(true));
        Erasure second = inTransaction(() -> data.erase(jo.subject(), List.of()));

        assertThat(second.heldAnything()).isFalse();
        assertThat(first.certificates()).containsAll(second.certificates());
        assertThat(second.certificates())
                .extracting(DestructionCertificate::subject)
                .containsExactly(jo.customerId());
    }

    @Test
    void as_long_as_the_account_cannot_be_deleted_nothing_is_erased() {
        Jo jo = jo();
        keycloak.away(true);

        assertThatThrownBy(() -> await(() -> data.beforeErasure(jo.subject()).replaceWith(true)))
                .isInstanceOf(IllegalStateException.class);

        keycloak.away(false);
        await(() -> data.beforeErasure(jo.subject()).replaceWith(true));
        assertThat(keycloak.user(jo.account())).isNull();
    }

    @Test
    void a_verification_that_is_open_ends_before_it_is_erased() {
        // Given
        String id = Guest.start(email).path("verificationId");
        mails.to(email, 1);

        // When
        Subject guest = known(email);
        Erasure erasure = inTransaction(() -> data.erase(guest, List.of()));

        // Then
        assertThat(erasure.heldAnything()).isTrue();
        assertThat(((VerificationConcluded) IdentityEvents.withKey(id, 1).getFirst()).outcome())
                .isEqualTo(VerificationConcluded.Outcome.EXPIRED);
        Guest.answer(id, "12345678").then().statusCode(404);
    }

    @Test
    void a_mailbox_that_two_customers_share_stays_the_others() {
        // Given
        String one = Shop.buy(Shop.newReference(), email).path("customerId");
        String other = Shop.buy(Shop.newReference(), email).path("customerId");
        String id = verified(email, 0);

        // When
        inTransaction(() -> data.erase(new Subject(List.of(one), List.of()), List.of()));

        // Then
        assertThat(Database.text("SELECT customer_ids::text FROM verification WHERE id = ?", UUID.fromString(id)))
                .isEqualTo("{" + other + "}");

        // When
        inTransaction(() -> data.erase(new Subject(List.of(other), List.of()), List.of()));

        // Then
        assertThat(Database.texts("SELECT 1 FROM verification WHERE id = ?", UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void everybody_who_is_held_is_found_page_by_page() {
        Jo jo = jo();
        String guest = Shop.newEmail();
        verified(guest, 0);

        List<KnownSubject> all = new ArrayList<>();
        List<KnownSubject> page;
        do {
            String after = all.isEmpty() ? "" : all.getLast().key();
            page = inSession(() -> data.knownSubjects(after, 3));
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            all.addAll(page);
        } while (!page.isEmpty());

        assertThat(all)
                .extracting(KnownSubject::key)
                .doesNotHaveDuplicates()
                .contains("c:" + jo.customerId(), "p:" + contactRef(email), "p:" + contactRef(guest));
        assertThat(all).allSatisfy(known -> assertThat(known.since()).isNotNull());

        inTransaction(() -> data.erase(jo.subject(), List.of()));
        assertThat(inSession(() -> data.knownSubjects("", 10_000)))
                .extracting(KnownSubject::key)
                .doesNotContain("c:" + jo.customerId());
    }
}
