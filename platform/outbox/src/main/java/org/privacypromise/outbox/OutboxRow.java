package org.privacypromise.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it waits; the relay reads and deletes it with SQL of its own. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "event_id")
    UUID eventId;

    String topic;

    @Column(name = "event_key")
    String key;

    String type;

    @Column(name = "data_schema")
    @Nullable
    String dataSchema;

    @Column(name = "event_time")
    Instant time;

    byte @Nullable [] payload;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected OutboxRow() {}

    OutboxRow(OutboxEvent event) {
        eventId = event.id();
        topic = event.topic();
        key = event.key();
        type = event.type();
        dataSchema = event.dataSchema();
        time = event.time();
        payload = event.payload();
    }
}
