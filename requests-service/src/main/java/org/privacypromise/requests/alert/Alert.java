package org.privacypromise.requests.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** @param dueDate of that moment: an extension moves it, and begins anew */
public record Alert(UUID requestId, Level level, LocalDate dueDate, Instant raisedAt) {}
