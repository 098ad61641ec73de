package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the staff have written about a person's request, for that person: it is about them (GDPR Art. 15). */
@ApplicationScoped
public class StaffWords {

    private final DeskNoteRepository notes;
    private final DeskTexts texts;

    StaffWords(DeskNoteRepository notes, DeskTexts texts) {
        this.notes = notes;
        this.texts = texts;
    }

    /** A note; who wrote it is not told. */
    public record Written(Instant at, String text) {}

    /** The first one first, in the caller's session; none once the request's key is destroyed. */
    public Uni<List<Written>> of(UUID request) {
        return notes.of(request)
                .chain(all -> texts.forReading(request)
                        .map(read -> all.stream()
                                .map(note -> new Written(
                                        note.writtenAt(),
                                        read.apply(new DeskTexts.Sealed(DeskNote.placeOfText(note.id()), note.text()))))
                                .toList()));
    }
}
