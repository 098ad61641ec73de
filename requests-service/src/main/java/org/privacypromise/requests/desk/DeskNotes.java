package org.privacypromise.requests.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.requests.desk.step.DeskStep;
import org.privacypromise.requests.history.Deed;

/** Notes of the staff about a request. */
@ApplicationScoped
class DeskNotes {

    private final WorkOnRequest working;
    private final OpenFile files;
    private final DeskNoteRepository notes;
    private final DeskTexts texts;
    private final Clock clock;

    DeskNotes(WorkOnRequest working, OpenFile files, DeskNoteRepository notes, DeskTexts texts, Clock clock) {
        this.working = working;
        this.files = files;
        this.notes = notes;
        this.texts = texts;
        this.clock = clock;
    }

    Uni<DeskFile> write(Visit visit, NewNote wish) {
        PersonalText text = DeskTexts.required(wish.text(), "/text");
        UUID id = UUID.randomUUID();
        return working.work(
                visit,
                DeskStep.NOTE,
                file -> texts.forWriting(visit.request())
                        .map(key -> FieldCipher.encrypt(key, DeskNote.placeOfText(id), text))
                        .chain(encrypted -> notes.persist(new DeskNote(
                                id,
                                visit.request(),
                                visit.by().account(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS),
                                encrypted)))
                        .replaceWith(WorkOnRequest.Done.of(Deed.NOTED)));
    }

    /** The first one first. */
    Uni<List<NoteView>> read(Visit visit) {
        return files.look(
                visit,
                Deed.READ_NOTES,
                file -> notes.of(visit.request())
                        .chain(all -> texts.forReading(visit.request())
                                .map(read -> all.stream()
                                        .map(note -> new NoteView(
                                                note.id(),
                                                note.account(),
                                                note.writtenAt(),
                                                read.apply(new DeskTexts.Sealed(
                                                        DeskNote.placeOfText(note.id()), note.text()))))
                                        .toList())));
    }
}
