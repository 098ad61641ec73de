package org.privacypromise.requests.status;

import java.time.LocalDate;
import java.util.UUID;

/** A request that is not answered, by its ID. */
record OpenRequest(UUID id, String right, String status, LocalDate dueDate) {}
