package org.privacypromise.events;

/**
 * These bytes are not such an event, and will not become one by trying again. The message names the type and the field
 * and holds nothing of the payload; for the same reason there is no cause.
 */
public final class UnreadableEventException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableEventException(EventType type, String fault) {
        super(type.typeName() + " cannot be read: " + fault);
    }
}
