package org.privacypromise.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.privacypromise.events.EventType;
import org.privacypromise.register.Operation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RegisterLoader;
import org.privacypromise.register.RegisteredSystem;
import org.privacypromise.teststack.KafkaTopics;

/**
 * The topics of the suite, as production has them but for the number of partitions and replicas. Nobody keeps a list of
 * them: there is one for each event of the published language, and where each system has its own, one for each system
 * of the purpose register that takes part. A topic that is missing would hold up its publisher's outbox.
 */
final class Topics {

    private static final Map<String, String> THE_LATEST_PER_KEY_FOR_EVER = Map.of(
            "cleanup.policy", "compact",
            "max.compaction.lag.ms", milliseconds(Duration.ofHours(24)),
            // A removed one can be seen to be removed for a week.
            "delete.retention.ms", milliseconds(Duration.ofDays(7)));
    private static final Map<String, String> EVERY_ONE_FOR_EVER =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    private static final Map<String, String> EVERY_ONE_FOR_30_DAYS =
            Map.of("cleanup.policy", "delete", "retention.ms", milliseconds(Duration.ofDays(30)));

    private Topics() {}

    /** Every topic that the events and this register ask for. */
    static List<NewTopic> of(PurposeRegister register) {
        Map<String, NewTopic> topics = new LinkedHashMap<>();
        for (EventType type : EventType.values()) {
            names(type, register)
                    .forEach(name -> topics.computeIfAbsent(
                            name,
                            unknown -> new NewTopic(name, KafkaTopics.LOCAL_PARTITIONS, (short) 1)
                                    .configs(retention(type))));
        }
        return List.copyOf(topics.values());
    }

    /** Every topic that the stack's services use: they read the register that ships with the suite. */
    static List<NewTopic> all() {
        return of(RegisterLoader.loadDefault());
    }

    private static Stream<String> names(EventType type, PurposeRegister register) {
        return switch (type) {
            case CHOICES_ACKNOWLEDGED -> perSystem(type, register, Set.of(Operation.PREFERENCES));
            case SUBJECT_TASK, TASK_ANSWERED -> perSystem(type, register, Set.of(Operation.ACCESS, Operation.ERASURE));
            default -> Stream.of(type.topic());
        };
    }

    private static Stream<String> perSystem(EventType type, PurposeRegister register, Set<Operation> operations) {
        return register.systems().stream()
                .filter(RegisteredSystem::hasConnector)
                .filter(system -> operations.stream().anyMatch(system::takesPartIn))
                .map(RegisteredSystem::key)
                .map(type::topic);
    }

    private static Map<String, String> retention(EventType type) {
        return type.compacted()
                ? THE_LATEST_PER_KEY_FOR_EVER
                : type.keptForEver() ? EVERY_ONE_FOR_EVER : EVERY_ONE_FOR_30_DAYS;
    }

    private static String milliseconds(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** Whether the broker answers and has every topic. */
    static boolean healthy(Site site) {
        // Cheaper than to let a client of Kafka find out.
        return Endpoint.listens(site.ports().of(Parts.KAFKA)) && complete(site);
    }

    private static boolean complete(Site site) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", site.bootstrapServers(),
                "default.api.timeout.ms", 3000,
                "request.timeout.ms", 3000);
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics()
                    .names()
                    .get(3, TimeUnit.SECONDS)
                    .containsAll(all().stream().map(NewTopic::name).collect(Collectors.toSet()));
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
