package org.privacypromise.requests.lifecycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.privacypromise.events.EventJson;
import org.privacypromise.events.EventType;
import org.privacypromise.events.RequestReceived;
import org.privacypromise.events.RequestStatusChanged;
import org.privacypromise.events.RequestsEvent;
import org.privacypromise.outbox.Outbox;
import org.privacypromise.outbox.OutboxEvent;

/** Tells the other services what a request does, if and only if the caller's transaction commits. */
@ApplicationScoped
class PublishRequestEvent {

    private final Outbox outbox;

    PublishRequestEvent(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> received(Request request) {
        return append(
                request,
                new RequestReceived(
                        request.id().toString(),
                        request.version(),
                        List.of(RequestReceived.Right.valueOf(request.right().name())),
                        RequestReceived.Regime.valueOf(request.regime().name()),
                        request.place(),
                        RequestReceived.Channel.valueOf(request.channel().name()),
                        request.receivedAt(),
                        request.dueDate()));
    }

    Uni<Void> statusChanged(Request request) {
        return append(
                request,
                new RequestStatusChanged(
                        request.id().toString(),
                        request.version(),
                        RequestStatusChanged.Status.valueOf(request.status().name()),
                        request.changedAt()));
    }

    private Uni<Void> append(Request request, RequestsEvent event) {
        EventType type = event.type();
        return outbox.append(new OutboxEvent(
                UUID.randomUUID(),
                type.topic(),
                event.key(),
                type.typeName(),
                type.schema(),
                request.changedAt(),
                EventJson.write(event)));
    }
}
