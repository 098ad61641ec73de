package org.privacypromise.requests.desk;

import java.time.LocalDate;
import java.util.UUID;

/** A place in the queue: just this request. */
record QueuePosition(LocalDate dueDate, UUID request) {

    static QueuePosition parse(String text) {
        String[] parts = text.split(" ", 2);
        return new QueuePosition(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
    }

    @Override
    public String toString() {
        return dueDate + " " + request;
    }
}
