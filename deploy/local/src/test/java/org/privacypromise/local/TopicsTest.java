package org.privacypromise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacypromise.register.RegisterLoader;

class TopicsTest {

    private final List<NewTopic> topics = Topics.of(RegisterLoader.loadDefault());

    @Test
    void there_is_one_for_every_event_and_for_every_system_that_takes_part() {
        assertThat(topics)
                .extracting(NewTopic::name)
                .containsExactlyInAnyOrder(
                        "identity.events.v1",
                        "preferences.state.v1",
                        "preferences.events.v1",
                        "preferences.acks.orders.v1",
                        "preferences.acks.marketing.v1",
                        "marketing.sent.v1",
                        "requests.events.v1",
                        "requests.tasks.orders.v1",
                        "requests.tasks.marketing.v1",
                        "requests.tasks.identity.v1",
                        "requests.tasks.preferences.v1",
                        "requests.tasks.requests.v1",
                        "requests.tasks.fraud-check.v1",
                        "requests.task-results.orders.v1",
                        "requests.task-results.marketing.v1",
                        "requests.task-results.identity.v1",
                        "requests.task-results.preferences.v1",
                        "requests.task-results.requests.v1",
                        "requests.task-results.fraud-check.v1",
                        "fraud.verdicts.v1",
                        "privacy.erasures.v1");
    }

    @Test
    void every_topic_has_three_partitions_on_one_machine() {
        assertThat(topics).allMatch(topic -> topic.numPartitions() == 3);
    }

    @Test
    void the_erasure_ledger_is_kept_for_ever() {
        assertThat(settings("privacy.erasures.v1"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    @Test
    void a_customer_s_state_is_the_latest_record_and_for_ever() {
        assertThat(settings("preferences.state.v1"))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("max.compaction.lag.ms", "86400000")
                .containsEntry("delete.retention.ms", "604800000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity.events.v1", "requests.tasks.orders.v1", "requests.task-results.identity.v1"})
    void events_are_kept_for_30_days(String topic) {
        assertThat(settings(topic))
                .containsExactlyInAnyOrderEntriesOf(Map.of("cleanup.policy", "delete", "retention.ms", "2592000000"));
    }

    private Map<String, String> settings(String topic) {
        return topics.stream()
                .filter(each -> each.name().equals(topic))
                .findFirst()
                .orElseThrow()
                .configs();
    }
}
