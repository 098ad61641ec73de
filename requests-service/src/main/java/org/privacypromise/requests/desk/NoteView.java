package org.privacypromise.requests.desk;

import java.time.Instant;
import java.util.UUID;

/** @param account of whoever wrote it */
record NoteView(UUID noteId, String account, Instant writtenAt, String text) {}
