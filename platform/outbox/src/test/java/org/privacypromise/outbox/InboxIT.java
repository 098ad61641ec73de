package org.privacypromise.outbox;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacypromise.teststack.PostgreSqlResource;
import org.privacypromise.teststack.Tokens;

@QuarkusTest
@RealParts
class InboxIT {

    static KafkaProducer<String, byte[]> kafka;

    @Inject
    NoteHandler handler;

    @Inject
    InboxRetention retention;

    @Inject
    Pool pool;

    String key;

    @BeforeAll
    static void connect() {
        kafka = TestEvents.producer();
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    @BeforeEach
    void a_key_of_its_own() {
        key = "c:" + UUID.randomUUID();
    }

    @Test
    void an_event_that_comes_twice_has_one_effect() {
        var note = TestEvents.note(key, "once");

        send(note);
        send(note);
        send(TestEvents.note(key, "last"));

        await().untilAsserted(() -> assertThat(notes(key)).containsExactly("once", "last"));
    }

    @Test
    void a_fault_that_passes_is_tried_again_without_parking() {
        handler.stumble.add("stumble");

        send(TestEvents.note(key, "stumble"));
        send(TestEvents.note(key, "after"));

        await().untilAsserted(() -> assertThat(notes(key)).containsExactly("stumble", "after"));
        assertThat(parked(key)).isEmpty();
    }

    @Test
    void poison_is_parked_with_what_follows_for_its_key_while_other_keys_flow() {
        handler.poison.add("bad");

        send(TestEvents.note(key, "good"));
        send(TestEvents.note(key, "bad"));
        send(TestEvents.note(key, "behind"));
        send(TestEvents.note(key + "-other", "flows"));

        await().untilAsserted(() -> {
            assertThat(notes(key)).containsExactly("good");
            assertThat(parked(key)).containsExactly("bad", "behind");
            assertThat(notes(key + "-other")).containsExactly("flows");
        });
    }

    @Test
    void an_event_that_fails_for_no_known_reason_is_parked_after_some_tries_and_says_nothing_of_its_data() {
        handler.bug.add("buggy");

        send(TestEvents.note(key, "buggy"));

        await().untilAsserted(() -> assertThat(parked(key)).containsExactly("buggy"));
        assertThat(strings("SELECT reason FROM parked_event WHERE event_key = $1", key))
                .singleElement()
                .asString()
                .startsWith("java.lang.IllegalArgumentException at ")
                .doesNotContain("secret");
    }

    @Test
    void a_structured_event_is_received_like_a_binary_one() {
        // Given
        String envelope = """
                {"specversion":"1.0","id":"%s","type":"note.v1","source":"/system","data":{"a":1}}""".formatted(key);
        var note = new ProducerRecord<>("notes", key, envelope.getBytes(UTF_8));
        note.headers().add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(UTF_8));

        // When
        send(note);

        // Then
        await().untilAsserted(() -> assertThat(notes(key)).containsExactly("{\"a\":1}"));
    }

    @Test
    void what_is_no_event_at_all_is_parked_too() {
        String hostileKey = key + "\0" + "x".repeat(5_000);

        send(new ProducerRecord<>("notes", hostileKey, new byte[] {0, 1, 2}));
        send(TestEvents.note(key, "flows"));

        await().untilAsserted(() -> {
            assertThat(notes(key)).containsExactly("flows");
            assertThat(strings(
                            "SELECT reason FROM parked_event WHERE event_key = $1", hostileKey.replace('\0', '\uFFFD')))
                    .containsExactly("UnreadableEnvelopeException: the attribute specversion is not 1.0");
        });
    }

    @Test
    void an_operator_replays_a_key_in_order_once_its_poison_can_be_handled() {
        // Given
        poisonThenTwoMore();

        // When it still cannot
        replay(firstParkedId()).statusCode(200).body("replayed", equalTo(0)).body("remaining", equalTo(3));

        // Then
        assertThat(notes(key)).isEmpty();

        // When it can
        handler.poison.remove(key);
        replay(firstParkedId()).statusCode(200).body("replayed", equalTo(3)).body("remaining", equalTo(0));

        // Then
        assertThat(notes(key)).containsExactly(key, "second", "third");
        send(TestEvents.note(key, "fourth"));
        await().untilAsserted(() -> assertThat(notes(key)).endsWith("fourth"));
    }

    @Test
    void an_operator_drops_an_event_and_replays_what_waited_behind_it() {
        // Given
        poisonThenTwoMore();

        // When
        operator().delete("/parked-events/{id}", firstParkedId()).then().statusCode(204);
        replay(firstParkedId()).statusCode(200).body("replayed", equalTo(2));

        // Then
        assertThat(notes(key)).containsExactly("second", "third");
    }

    @Test
    void the_list_names_events_without_their_payloads() {
        poisonThenTwoMore();

        operator()
                .queryParam("after", firstParkedId() - 1)
                .queryParam("limit", 1)
                .get("/parked-events")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].key", equalTo(key))
                .body("[0].reason", equalTo("PoisonEventException: the text is poison"))
                .body("[0]", not(hasKey("payload")));
    }

    @Test
    void parked_events_are_for_operators_only_and_unknown_ones_are_not_found() {
        given().get("/parked-events").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forService("outbox-test").role("customer").sign())
                .get("/parked-events")
                .then()
                .statusCode(403);
        operator().post("/parked-events/999999/replay").then().statusCode(404);
        operator().delete("/parked-events/999999").then().statusCode(404);
    }

    @Test
    void parked_events_show_in_the_health_and_leave_the_service_up() {
        poisonThenTwoMore();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/well")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'parked events' }.data.notes", greaterThan(0)));
    }

    @Test
    void an_event_whose_consumer_is_gone_cannot_be_replayed() {
        poisonThenTwoMore();
        strings("UPDATE parked_event SET consumer = 'gone' WHERE event_key = $1", key);

        replay(firstParkedId()).statusCode(409);
    }

    @Test
    void a_handler_that_does_not_return_takes_the_liveness_down_until_it_does() {
        // Given
        CompletableFuture<Void> end = new CompletableFuture<>();
        handler.hanging.put(key, end);

        // When
        send(TestEvents.note(key, key));

        // Then
        await().untilAsserted(() -> given().get("/q/health/live").then().statusCode(503));
        end.complete(null);
        await().untilAsserted(() -> given().get("/q/health/live").then().statusCode(200));
        await().untilAsserted(() -> assertThat(notes(key)).containsExactly(key));
    }

    @Test
    void events_survive_that_the_database_drops_every_connection() {
        // Given
        List<String> texts = IntStream.range(0, 60).mapToObj(String::valueOf).toList();

        // When
        for (String text : texts) {
            send(TestEvents.note(key, text));
            if (text.endsWith("5")) {
                dropConnections();
            }
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notes(key)).isEqualTo(texts));
        assertThat(parked(key)).isEmpty();
    }

    @Test
    void received_ids_are_forgotten_when_no_topic_can_deliver_them_again() throws Throwable {
        // Given
        send(TestEvents.note(key, "old"));
        await().untilAsserted(() -> assertThat(notes(key)).containsExactly("old"));
        String id =
                strings("SELECT event_id FROM note WHERE note_key = $1", key).getFirst();
        strings("UPDATE inbox SET received_at = received_at - interval '36 days' WHERE event_id = $1", id);

        // When
        VertxContextSupport.subscribeAndAwait(retention::forget);

        // Then
        assertThat(strings("SELECT event_id FROM inbox WHERE event_id = $1", id))
                .hasSize(1);

        // When
        strings("UPDATE inbox SET received_at = received_at - interval '2 days' WHERE event_id = $1", id);
        VertxContextSupport.subscribeAndAwait(retention::forget);

        // Then
        assertThat(strings("SELECT event_id FROM inbox WHERE event_id = $1", id))
                .isEmpty();
    }

    private static void dropConnections() {
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://" + PostgreSqlResource.address() + "/postgres", "postgres", "postgres")) {
            connection
                    .createStatement()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'outbox'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void poisonThenTwoMore() {
        handler.poison.add(key);
        send(TestEvents.note(key, key));
        send(TestEvents.note(key, "second"));
        send(TestEvents.note(key, "third"));
        await().untilAsserted(() -> assertThat(parked(key)).containsExactly(key, "second", "third"));
    }

    private long firstParkedId() {
        return Long.parseLong(strings("SELECT min(id)::text FROM parked_event WHERE event_key = $1", key)
                .getFirst());
    }

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.forService("outbox-test").role("operator").sign());
    }

    private static ValidatableResponse replay(long id) {
        return operator().post("/parked-events/{id}/replay", id).then();
    }

    private static void send(ProducerRecord<String, byte[]> note) {
        var unused = kafka.send(note);
    }

    private List<String> notes(String of) {
        return strings("SELECT text FROM note WHERE note_key = $1 ORDER BY id", of);
    }

    private List<String> parked(String of) {
        return strings("SELECT convert_from(payload, 'UTF8') FROM parked_event WHERE event_key = $1 ORDER BY id", of);
    }

    private List<String> strings(String sql, String parameter) {
        List<String> strings = new ArrayList<>();
        pool.preparedQuery(sql)
                .execute(Tuple.of(parameter))
                .await()
                .indefinitely()
                .forEach(row -> strings.add(row.getString(0)));
        return strings;
    }
}
