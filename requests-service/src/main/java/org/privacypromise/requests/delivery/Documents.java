package org.privacypromise.requests.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.privacypromise.requests.document.EditedDocument;
import org.privacypromise.requests.document.Edits;
import org.privacypromise.requests.document.Outline;
import org.privacypromise.requests.document.SubjectDataReader;

/** Documents of systems as they are read piece by piece. */
final class Documents {

    private Documents() {}

    /** The same document with these edits. */
    static Multi<byte[]> edited(Multi<byte[]> document, Edits edits) {
        return Multi.createFrom().deferred(() -> {
            EditedDocument edited = new EditedDocument(edits);
            return Multi.createBy()
                    .concatenating()
                    .streams(document.map(edited::feed), Multi.createFrom().item(edited::finish));
        });
    }

    /** What is in it. */
    static Uni<Outline> outline(String system, Multi<byte[]> document) {
        Outline outline = new Outline();
        SubjectDataReader reader = new SubjectDataReader(system, outline);
        return document.invoke(reader::feed)
                .collect()
                .last()
                .invoke(reader::finish)
                .replaceWith(outline);
    }
}
