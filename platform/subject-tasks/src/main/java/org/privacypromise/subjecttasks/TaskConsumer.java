package org.privacypromise.subjecttasks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.outbox.EventHandler;
import org.privacypromise.outbox.Inbox;
import org.privacypromise.outbox.ReceivedEvent;

/** Hears from requests-service what this service has to do. */
@ApplicationScoped
class TaskConsumer implements EventHandler {

    private final Inbox inbox;
    private final TakeTask takeTask;

    TaskConsumer(Inbox inbox, TakeTask takeTask) {
        this.inbox = inbox;
        this.takeTask = takeTask;
    }

    @Incoming("subject-tasks")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.receive(this, record);
    }

    @Override
    public String consumer() {
        return "subject-tasks";
    }

    @Override
    public Uni<Void> handle(ReceivedEvent event) {
        byte[] payload = event.payload();
        if (payload == null || !event.type().equals(EventType.SUBJECT_TASK.typeName())) {
            return Uni.createFrom().voidItem();
        }
        return takeTask.take(EventJson.read(SubjectTask.class, payload), payload);
    }
}
