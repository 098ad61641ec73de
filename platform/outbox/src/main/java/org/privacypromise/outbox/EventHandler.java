package org.privacypromise.outbox;

import io.smallrye.mutiny.Uni;

/** What a service does about the events of a channel. A CDI bean, so that parked events find it again. */
public interface EventHandler {

    /** The name under which received events are remembered; never change it, or all count as new. */
    String consumer();

    /**
     * Handles one event inside the inbox's transaction: what it writes and the fact that the event was received are
     * committed together.
     *
     * @return fails with {@link PoisonEventException} if the event can never be handled as it is
     */
    Uni<Void> handle(ReceivedEvent event);
}
