package org.privacypromise.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTest {

    private static final String TASK = """
            {"taskId":"t1","requestId":"r1","version":2,"operation":"ERASURE","customerIds":["1"],"contactRefs":["1.a"],
             "categories":["user.name"],"keep":[{"category":"user.name","retention":"tax-records","addedLater":1}],
             "issuedAt":"2026-01-14T09:30:00Z","dueDate":"2026-02-14","addedLater":[1]}
            """;

    @Test
    void a_task_is_read_whatever_else_it_says() {
        Task task = Task.read(message("r1", Task.TYPE, TASK)).orElseThrow();

        assertThat(task.version()).isEqualTo(2);
        assertThat(task.subjects()).containsExactly("c:1", "p:1.a");
        assertThat(task.retentionOf("user.name")).contains("tax-records");
    }

    @Test
    void an_operation_of_tomorrow_is_a_task_too_for_it_needs_an_answer() {
        assertThat(Task.read(message("r1", Task.TYPE, TASK.replace("ERASURE", "RESTRICTION"))))
                .hasValueSatisfying(task -> assertThat(task.operation()).isEqualTo("RESTRICTION"));
    }

    @Test
    void another_type_of_event_is_not_for_this_system() {
        assertThat(Task.read(message("r1", "requests.task.v2", TASK))).isEmpty();
        assertThat(Task.read(message("r1", null, TASK))).isEmpty();
        assertThat(Task.read(message("r1", Task.TYPE, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "not json",
                "{\"taskId\":\"t1\",\"requestId\":\"r2\"}",
                "{\"taskId\":\"t1\",\"requestId\":\"r1\",\"version\":1,\"operation\":\"ACCESS\"}",
                "{\"taskId\":\"t1\",\"requestId\":\"r1\",\"version\":1,\"operation\":\"ACCESS\",\"customerIds\":[],"
                        + "\"contactRefs\":[],\"keep\":[],\"issuedAt\":\"yesterday\"}",
                "{\"taskId\":\"../t1\",\"requestId\":\"r1\",\"version\":1,\"operation\":\"ACCESS\",\"customerIds\":[],"
                        + "\"contactRefs\":[],\"keep\":[],\"issuedAt\":\"2026-01-14T09:30:00Z\"}",
                "{\"taskId\":\"t1\",\"requestId\":\"r1\",\"version\":0,\"operation\":\"ACCESS\",\"customerIds\":[],"
                        + "\"contactRefs\":[],\"keep\":[],\"issuedAt\":\"2026-01-14T09:30:00Z\"}",
                "{\"taskId\":\"t1\",\"requestId\":\"r1\",\"version\":1,\"operation\":\"ACCESS\",\"customerIds\":[null],"
                        + "\"contactRefs\":[],\"keep\":[],\"issuedAt\":\"2026-01-14T09:30:00Z\"}",
                "{\"taskId\":\"t1\",\"requestId\":\"r2\",\"version\":1,\"operation\":\"ACCESS\",\"customerIds\":[],"
                        + "\"contactRefs\":[],\"keep\":[],\"issuedAt\":\"2026-01-14T09:30:00Z\"}"
            })
    void a_task_that_cannot_be_read_is_none(String value) {
        assertThat(Task.read(message("r1", Task.TYPE, value))).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> message(String key, @Nullable String type, @Nullable String value) {
        var message =
                new ConsumerRecord<>(Task.topic("orders"), 0, 0, key, value == null ? null : value.getBytes(UTF_8));
        if (type != null) {
            message.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return message;
    }
}
