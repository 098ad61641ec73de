package org.privacypromise.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RealPartsIT {

    @Test
    void postgresql_answers_and_is_version_18() throws Exception {
        // Given
        String address = PostgreSqlResource.address();
        PostgreSqlResource.createDatabase(address, "parts");

        // When
        try (var connection =
                        DriverManager.getConnection("jdbc:postgresql://" + address + "/parts", "postgres", "postgres");
                var answer = connection.createStatement().executeQuery("SHOW server_version")) {
            answer.next();

            // Then
            assertThat(answer.getString(1)).startsWith("18");
        }
    }

    @Test
    void a_second_request_for_a_part_gets_the_one_that_runs() {
        assertThat(PostgreSqlResource.address()).isEqualTo(PostgreSqlResource.address());
        assertThat(KafkaResource.address()).isEqualTo(KafkaResource.address());
    }

    @Test
    void kafka_delivers_a_record_that_a_transaction_committed() {
        // Given
        String broker = KafkaResource.address();
        KafkaTopics.create(broker, "parts");
        Map<String, Object> sending = Map.of("bootstrap.servers", broker, "transactional.id", "parts");
        try (var producer = new KafkaProducer<>(sending, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("parts", "key", "value"));
            producer.commitTransaction();
        }

        // When
        Map<String, Object> reading = Map.of(
                "bootstrap.servers",
                broker,
                "group.id",
                "parts",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(reading, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("parts"));
            var records = consumer.poll(Duration.ofSeconds(20));

            // Then
            assertThat(records).extracting(r -> r.value()).containsExactly("value");
        }
    }

    @Test
    void smtp_keeps_the_mail_it_was_given_to_be_read() throws Exception {
        try (SmtpServer smtp = SmtpServer.start(0)) {
            // When
            com.icegreen.greenmail.util.GreenMailUtil.sendTextEmail(
                    "customer@example.org",
                    "shop@example.org",
                    "Hello",
                    "text",
                    new com.icegreen.greenmail.util.ServerSetup(smtp.port(), "127.0.0.1", "smtp"));

            // Then
            assertThat(smtp.received())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Hello"));
        }
    }

    @Test
    void tokens_have_three_parts_and_say_what_was_asked() {
        String token = Tokens.forService("preferences-service").customer("c-1").sign();

        String payload =
                new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(payload).contains("\"customer_id\":\"c-1\"").contains("\"aud\":\"preferences-service\"");
    }
}
