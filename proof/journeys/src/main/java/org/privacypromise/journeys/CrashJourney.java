package org.privacypromise.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.privacypromise.local.LocalStack;

/** What was acknowledged stays acknowledged: the broker and preferences-service are killed, and nothing is lost. */
public final class CrashJourney {

    private static final int CHANGES = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Walk walk;
    private final LocalStack stack;
    private final Storefront storefront;
    private final Downstream downstream;
    private final Propagation propagation;
    private final String customerId;
    private long before;
    private long last;
    private boolean wanted;

    /** Goes on where this journey has ended: with its customer. */
    public CrashJourney(LocalStack stack, Walk walk, ChoiceJourney before) {
        this.stack = stack;
        this.walk = walk;
        this.storefront = before.storefront();
        this.customerId = before.customerId();
        this.downstream = new Downstream(stack);
        this.propagation = new Propagation(storefront);
    }

    /** Walks the whole journey. */
    public void walk() {
        walk.chapter("Things break, and no choice is lost");
        walk.step("Kafka is killed (kill -9)", () -> killed("kafka"));
        walk.step("The customer changes their mind " + CHANGES + " times meanwhile", this::changeTheirMind);
        walk.step("preferences-service is killed, between commit and publication", () -> killed("preferences"));
        walk.step("Both are started again", this::restart);
        walk.step("The customer sees what they chose last, everywhere", propagation::reachesEverySystem);
        walk.step("Every change has arrived, in order, once in effect", this::nothingLost);
        walk.step("preferences-service is killed right behind an answer", this::killBehindAnswer);
        walk.step("The customer sees that choice everywhere, too", propagation::reachesEverySystem);
        walk.step("Once more, every change has arrived in order", this::nothingLost);
    }

    private String killed(String part) {
        stack.kill(part);
        return part + " is gone";
    }

    private String changeTheirMind() {
        before = version(storefront.preferences());
        wanted = storefront.allows(Choice.MAIN_SMS);
        for (int i = 0; i < CHANGES; i++) {
            wanted = !wanted;
            Response answer = storefront.choose(Choice.MAIN_SMS, wanted);
            assertThat(answer.statusCode()).isEqualTo(200);
            last = version(answer);
        }
        assertThat(last).isEqualTo(before + CHANGES);
        return "each was answered 200: versions %d to %d are committed, and cannot be published"
                .formatted(before + 1, last);
    }

    private String restart() {
        stack.start("kafka");
        stack.start("preferences");
        Response answer = storefront.preferences();
        assertThat(version(answer)).isEqualTo(last);
        assertThat(storefront.allows(Choice.MAIN_SMS)).isEqualTo(wanted);
        return "both are healthy; the customer's page says version " + last;
    }

    private String killBehindAnswer() {
        wanted = !wanted;
        Response answer = storefront.choose(Choice.MAIN_SMS, wanted);
        stack.kill("preferences");
        assertThat(answer.statusCode()).isEqualTo(200);
        last = version(answer);
        stack.start("preferences");
        return "version %d was answered 200, then the process was gone; it runs again".formatted(last);
    }

    private String nothingLost() {
        // The same event may be sent twice around a crash; it then has the same id, and counts once.
        Map<String, Long> changes = new LinkedHashMap<>();
        new Topic(stack.bootstrapServers(), "preferences.events.v1")
                .eventsOf("c:" + customerId)
                .forEach(event -> changes.putIfAbsent(event.id(), version(event)));
        List<Long> versions = new ArrayList<>(changes.values());
        assertThat(versions).isSorted().doesNotHaveDuplicates();
        assertThat(versions)
                .containsAll(LongStream.rangeClosed(before + 1, last).boxed().toList());
        for (String system : Downstream.SYSTEMS) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> version(downstream.choicesAt(system, customerId)) == last);
            assertThat(downstream.allowsAt(system, customerId, Choice.MAIN_SMS)).isEqualTo(wanted);
            assertThat(acknowledged(system)).isSorted().endsWith(last);
        }
        return "versions %d to %d: none missing, none out of order; both systems are at %d"
                .formatted(before + 1, last, last);
    }

    /** The versions that a system has acknowledged, each event once. */
    private List<Long> acknowledged(String system) {
        Map<String, Long> acknowledgements = new LinkedHashMap<>();
        new Topic(stack.bootstrapServers(), "preferences.acks." + system + ".v1")
                .eventsOf("c:" + customerId)
                .forEach(event -> acknowledgements.putIfAbsent(event.id(), version(event)));
        return List.copyOf(acknowledgements.values());
    }

    private static long version(Response response) {
        return response.jsonPath().getLong("version");
    }

    private static long version(Topic.Event event) {
        try {
            return JSON.readTree(event.payload()).path("version").asLong();
        } catch (JsonProcessingException e) {
            throw new AssertionError("an event on the topic is no JSON", e);
        }
    }
}
