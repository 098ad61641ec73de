package org.privacypromise.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.privacypromise.teststack.KafkaTopics;

/** The topics of the suite, as production has them but for the number of partitions and replicas. */
final class Topics {

    static final List<NewTopic> ALL = List.of(
            state("preferences.state.v1"),
            events("preferences.events.v1"),
            events("preferences.acks.orders.v1"),
            events("preferences.acks.marketing.v1"),
            events("identity.events.v1"));

    private Topics() {}

    /** The latest record per key, for ever; a removed one can be seen to be removed for a week. */
    private static NewTopic state(String name) {
        return topic(
                name,
                Map.of(
                        "cleanup.policy", "compact",
                        "max.compaction.lag.ms", milliseconds(Duration.ofHours(24)),
                        "delete.retention.ms", milliseconds(Duration.ofDays(7))));
    }

    /** Every record for 30 days. */
    private static NewTopic events(String name) {
        return topic(name, Map.of("cleanup.policy", "delete", "retention.ms", milliseconds(Duration.ofDays(30))));
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, KafkaTopics.LOCAL_PARTITIONS, (short) 1).configs(settings);
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
                    .containsAll(ALL.stream().map(NewTopic::name).toList());
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
