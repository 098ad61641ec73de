package org.privacypromise.requests.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestKey;

/** Writes the mails; {@link SendNotices} sends them. */
@ApplicationScoped
class MailedNotices implements Notices {

    private final NoticeRepository notices;
    private final SubjectKeys keys;
    private final WriteNotice letters;
    private final ObjectMapper json;
    private final Clock clock;

    MailedNotices(NoticeRepository notices, SubjectKeys keys, WriteNotice letters, ObjectMapper json, Clock clock) {
        this.notices = notices;
        this.keys = keys;
        this.letters = letters;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Uni<Void> append(List<Request> together, NoticeKind kind, Map<String, Object> data) {
        return append(together, kind, 1, data);
    }

    @Override
    public Uni<Void> append(Request request, NoticeKind kind, int occurrence, Map<String, Object> data) {
        return append(List.of(request), kind, occurrence, data);
    }

    private Uni<Void> append(List<Request> together, NoticeKind kind, int occurrence, Map<String, Object> data) {
        return notices.of(together.getFirst().id(), kind, occurrence)
                .chain(known -> known != null ? Uni.createFrom().voidItem() : write(together, kind, occurrence, data));
    }

    @Override
    public Uni<Optional<NoticeState>> stateOf(UUID request, NoticeKind kind) {
        return notices.last(request, kind)
                .map(found -> Optional.ofNullable(found).map(Notice::state));
    }

    private Uni<Void> write(List<Request> together, NoticeKind kind, int occurrence, Map<String, Object> data) {
        UUID id = UUID.randomUUID();
        Request request = together.getFirst();
        return letters.write(together, kind, data)
                .map(letter -> PersonalText.of(mail(request, letter)))
                .chain(mail -> keys.forWriting(RequestKey.subject(request.id()), RequestKey.RECORDS)
                        .map(key -> FieldCipher.encrypt(key, Notice.placeOfMail(id), mail)))
                .chain(mail -> notices.persist(new Notice(id, request.id(), kind, occurrence, mail, clock.instant())))
                .replaceWithVoid();
    }

    private String mail(Request request, WriteNotice.Letter letter) {
        Mail mail = new Mail(
                request.customerId(),
                request.customerId() == null ? request.verificationId() : null,
                letter.subject(),
                letter.text());
        try {
            return json.writeValueAsString(mail);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
