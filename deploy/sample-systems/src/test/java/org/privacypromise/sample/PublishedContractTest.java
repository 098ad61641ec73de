package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.privacypromise.events.ChoicesAcknowledged;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.MarketingSent;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.events.TaskAnswered.Outcome;

/** What is written here by hand, as an integrating team would, is what the suite publishes and reads. */
class PublishedContractTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00.000001Z");

    @Test
    void topics_and_types_are_those_of_the_suite() {
        assertThat(ChoicesFollower.TOPIC).isEqualTo(EventType.PREFERENCES_STATE.topic());
        assertThat(StateRecord.TYPE).isEqualTo(EventType.PREFERENCES_STATE.typeName());
        assertThat(Acknowledgement.TYPE).isEqualTo(EventType.CHOICES_ACKNOWLEDGED.typeName());
        assertThat(Acknowledgement.topic("orders")).isEqualTo(EventType.CHOICES_ACKNOWLEDGED.topic("orders"));
        assertThat(Task.TYPE).isEqualTo(EventType.SUBJECT_TASK.typeName());
        assertThat(Task.topic("orders")).isEqualTo(EventType.SUBJECT_TASK.topic("orders"));
        assertThat(SentMessage.TYPE).isEqualTo(EventType.MARKETING_SENT.typeName());
        assertThat(SentMessage.TOPIC).isEqualTo(EventType.MARKETING_SENT.topic());
        assertThat(TaskAnswer.TYPE).isEqualTo(EventType.TASK_ANSWERED.typeName());
        assertThat(TaskAnswer.topic("orders")).isEqualTo(EventType.TASK_ANSWERED.topic("orders"));
    }

    @Test
    void the_suite_reads_an_acknowledgement() throws Exception {
        byte[] payload = Json.MAPPER.writeValueAsBytes(
                new Acknowledgement("c:1", 7, NOON).by("orders").payload());

        assertThat(EventJson.read(ChoicesAcknowledged.class, payload))
                .isEqualTo(new ChoicesAcknowledged("c:1", 7, NOON));
    }

    @Test
    void the_suite_reads_what_was_sent() throws Exception {
        Statement told = new SentMessage("m-1", "1", "marketing-main", "main", NOON).statement();

        assertThat(EventJson.read(MarketingSent.class, Json.MAPPER.writeValueAsBytes(told.payload())))
                .isEqualTo(new MarketingSent("c:1", "marketing-main", "email", "main", NOON, "m-1"));
        assertThat(told.key()).isEqualTo("c:1");
    }

    @Test
    void this_system_reads_a_published_example() throws Exception {
        // Given
        byte[] example = example("preferences.state.v1/1.0.0-customer-with-choices.json");
        String key = Json.MAPPER.readTree(example).path("key").asText();
        var message = new ConsumerRecord<>(ChoicesFollower.TOPIC, 0, 0, key, example);
        message.headers().add("ce_type", StateRecord.TYPE.getBytes(UTF_8));

        // When
        StateRecord read = StateRecord.read(message);

        // Then
        assertThat(read).isInstanceOfSatisfying(StateRecord.Obey.class, obey -> {
            assertThat(obey.choices().allow("marketing-main", "email", "main")).isTrue();
            assertThat(obey.choices().allow("marketing-marketplace", "email", "marketplace"))
                    .isFalse();
        });
    }

    @Test
    void this_system_reads_the_published_examples_of_tasks() throws Exception {
        Task access = readTask("requests.task.v1/1.0.0-access.json");
        assertThat(access.operation()).isEqualTo(Task.ACCESS).isEqualTo(SubjectTask.Operation.ACCESS.name());
        assertThat(access.subjects()).containsExactly("c:01J9ZK7Q8M3T", "p:1.q3v8Zt0m2l1kXc7Yb4n5AQ");
        assertThat(access.keep()).isEmpty();

        Task erasure = readTask("requests.task.v1/1.0.0-erasure-with-a-duty-to-keep.json");
        assertThat(erasure.operation()).isEqualTo(Task.ERASURE).isEqualTo(SubjectTask.Operation.ERASURE.name());
        assertThat(erasure.retentionOf("user.payment")).contains("tax-records");
        assertThat(erasure.retentionOf("user.name")).isEmpty();
    }

    @Test
    void the_suite_reads_every_kind_of_answer() throws Exception {
        Task task = readTask("requests.task.v1/1.0.0-access.json");
        String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        var invoices = new TaskAnswer.Kept("user.payment", "tax-records", "2032-12-31");
        var forGood = new TaskAnswer.Kept("user.unique_id", "suppression", null);

        assertThat(heard(TaskAnswer.handedOver(digest, NOON), task))
                .isEqualTo(answered(task, Outcome.DONE, digest, List.of(), null));
        assertThat(heard(TaskAnswer.nothingHeld(NOON), task))
                .isEqualTo(answered(task, Outcome.NOTHING_HELD, null, List.of(), null));
        assertThat(heard(TaskAnswer.failed("unknown-operation", NOON), task))
                .isEqualTo(answered(task, Outcome.FAILED, null, List.of(), "unknown-operation"));
        assertThat(heard(TaskAnswer.erased(List.of(invoices, forGood), NOON), task))
                .isEqualTo(answered(
                        task,
                        Outcome.DONE,
                        null,
                        List.of(
                                new TaskAnswered.Kept("user.payment", "tax-records", LocalDate.of(2032, 12, 31)),
                                new TaskAnswered.Kept("user.unique_id", "suppression", null)),
                        null));
    }

    private static TaskAnswered heard(TaskAnswer answer, Task task) throws Exception {
        Statement statement = answer.to(task, "orders");
        assertThat(statement.key()).isEqualTo(task.requestId());
        assertThat(statement.time()).isEqualTo(NOON);
        return EventJson.read(TaskAnswered.class, Json.MAPPER.writeValueAsBytes(statement.payload()));
    }

    private static TaskAnswered answered(
            Task task,
            Outcome outcome,
            @Nullable String digest,
            List<TaskAnswered.Kept> kept,
            @Nullable String reason) {
        return new TaskAnswered(
                task.taskId(), task.requestId(), task.version(), outcome, digest, kept, List.of(), reason, NOON);
    }

    private static Task readTask(String name) throws Exception {
        byte[] example = example(name);
        String key = Json.MAPPER.readTree(example).path("requestId").asText();
        var message = new ConsumerRecord<>(Task.topic("orders"), 0, 0, key, example);
        message.headers().add("ce_type", Task.TYPE.getBytes(UTF_8));
        return Task.read(message).orElseThrow();
    }

    private static byte[] example(String name) throws IOException {
        try (InputStream file = EventJson.class.getResourceAsStream("/examples/" + name)) {
            return file.readAllBytes();
        }
    }
}
