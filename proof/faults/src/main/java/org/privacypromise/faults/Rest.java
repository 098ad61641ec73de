package org.privacypromise.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.privacypromise.faults.history.CheckSubject;
import org.privacypromise.faults.history.Entry;
import org.privacypromise.faults.history.Event;
import org.privacypromise.faults.history.Invariant;
import org.privacypromise.faults.history.Operation;
import org.privacypromise.faults.history.Subject;
import org.privacypromise.faults.history.Violation;
import org.privacypromise.local.LocalStack;

/** Waits until everything is at rest after a round, gathers what everybody holds, and has it checked. */
final class Rest {

    static final String SYSTEM = "marketing";

    private static final Duration TO_PUBLISH = Duration.ofSeconds(60);
    private static final Duration TO_PUT_IN_FORCE = Duration.ofSeconds(30);

    private final LocalStack stack;
    private final PreferencesApi api;
    private final Ledger ledger;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Rest(LocalStack stack, PreferencesApi api, Ledger ledger) {
        this.stack = stack;
        this.api = api;
        this.ledger = ledger;
    }

    List<Violation> violations(Scene scene, List<Operation> operations) {
        List<Violation> violations = new ArrayList<>();
        if (Patience.until(TO_PUBLISH, this::waiting, waiting -> waiting == 0).isEmpty()) {
            violations.add(new Violation(
                    Invariant.I7_PUBLISHED_IF_COMMITTED,
                    "all",
                    "%d events still wait to be published after %d s".formatted(waiting(), TO_PUBLISH.toSeconds())));
        }
        Map<String, JsonNode> pages = new java.util.HashMap<>();
        scene.people().forEach(person -> pages.put(person.key(), api.page(person.customerId())));
        pages.forEach((key, page) -> Patience.until(
                TO_PUT_IN_FORCE,
                () -> inForce(key),
                inForce -> inForce >= page.path("version").asLong()));
        ledger.fetchAndVerify().ifPresent(violations::add);
        Map<String, List<Entry>> entries = ledger.entries();
        Map<String, List<Event>> changes = topic("preferences.events.v1");
        Map<String, List<Event>> states = topic("preferences.state.v1");
        Map<String, List<Event>> acknowledged = acknowledgedBy(scene, entries);
        keys(scene)
                .forEach(key -> violations.addAll(CheckSubject.violations(new Subject(
                        key,
                        scene.byDefault(),
                        operations.stream().filter(one -> one.key().equals(key)).toList(),
                        entries.getOrDefault(key, List.of()),
                        changes.getOrDefault(key, List.of()),
                        states.getOrDefault(key, List.of()),
                        Map.of(SYSTEM, acknowledged.getOrDefault(key, List.of())),
                        Optional.ofNullable(pages.get(key))
                                .map(page -> new Subject.Page(
                                        page.path("version").asLong(), PreferencesApi.choices(page)))))));
        return violations;
    }

    private static List<String> keys(Scene scene) {
        return scene.people().stream()
                .flatMap(person -> Stream.of(person.key(), person.contactKey()))
                .toList();
    }

    /** A system acknowledges after it has put a state in force: its topic may be a moment behind. */
    private Map<String, List<Event>> acknowledgedBy(Scene scene, Map<String, List<Entry>> entries) {
        return Patience.until(
                        TO_PUT_IN_FORCE,
                        () -> topic("preferences.acks." + SYSTEM + ".v1"),
                        acknowledged -> keys(scene).stream()
                                .allMatch(key -> newest(acknowledged.getOrDefault(key, List.of()))
                                        >= entries.getOrDefault(key, List.of()).stream()
                                                .mapToLong(Entry::version)
                                                .max()
                                                .orElse(0)))
                .orElseGet(() -> topic("preferences.acks." + SYSTEM + ".v1"));
    }

    private static long newest(List<Event> events) {
        return events.stream().mapToLong(Event::version).max().orElse(0);
    }

    private Map<String, List<Event>> topic(String name) {
        return new Topic(stack.bootstrapServers(), name).events();
    }

    private long waiting() {
        try (Connection database = stack.admin("preferences");
                Statement sql = database.createStatement();
                var row = sql.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be counted", e);
        }
    }

    private long inForce(String key) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(stack.url(SYSTEM) + "/choices/" + key))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? PreferencesApi.parse(answer.body()).path("version").asLong()
                    : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static Set<String> parts() {
        return Set.of("postgresql", "kafka", "keycloak", "preferences", SYSTEM);
    }
}
