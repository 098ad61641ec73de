package org.privacypromise.requests.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.FieldCipher;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestKey;

/** Writes the mails; {@link SendNotices} sends them. */
@ApplicationScoped
class MailedNotices implements Notices {

    private final NoticeRepository notices;
    private final SubjectKeys keys;
    private final PurposeRegister register;
    private final ObjectMapper json;
    private final Clock clock;

    MailedNotices(
            NoticeRepository notices, SubjectKeys keys, PurposeRegister register, ObjectMapper json, Clock clock) {
        this.notices = notices;
        this.keys = keys;
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Uni<Void> append(List<Request> together, NoticeKind kind, Map<String, Object> data) {
        return notices.of(together.getFirst().id(), kind)
                .chain(known -> known != null ? Uni.createFrom().voidItem() : write(together, kind, data));
    }

    @Override
    public Uni<Optional<NoticeState>> stateOf(UUID request, NoticeKind kind) {
        return notices.of(request, kind).map(found -> Optional.ofNullable(found).map(Notice::state));
    }

    private Uni<Void> write(List<Request> together, NoticeKind kind, Map<String, Object> data) {
        UUID id = UUID.randomUUID();
        Request request = together.getFirst();
        RequestInWords words = RequestInWords.of(together, register.controller());
        return template(words, kind, data)
                .createUni()
                .map(text -> PersonalText.of(written(request, text)))
                .chain(mail -> keys.forWriting(RequestKey.subject(request.id()), RequestKey.RECORDS)
                        .map(key -> FieldCipher.encrypt(key, Notice.placeOfMail(id), mail)))
                .chain(mail -> notices.persist(new Notice(id, request.id(), kind, mail, clock.instant())))
                .replaceWithVoid();
    }

    private static TemplateInstance template(RequestInWords request, NoticeKind kind, Map<String, Object> data) {
        return switch (kind) {
            case RECEIVED -> NoticeTemplates.received(request);
            case SIGN_IN_NEEDED -> NoticeTemplates.signInNeeded(request);
            case READY ->
                NoticeTemplates.ready(
                        request,
                        text(data, "link"),
                        Objects.requireNonNull(text(data, "until")),
                        Integer.parseInt(Objects.requireNonNull(text(data, "downloads"))));
            case ERASURE_REPORT -> NoticeTemplates.erasureReport(request, Objects.requireNonNull(text(data, "text")));
            case REFUSED -> NoticeTemplates.refused(request, reasons(data));
            case EXTENDED -> NoticeTemplates.extended(request, Objects.requireNonNull(text(data, "reason")));
            case CLARIFICATION_ASKED ->
                NoticeTemplates.clarificationAsked(request, Objects.requireNonNull(text(data, "question")));
            case IDENTITY_ASKED ->
                NoticeTemplates.identityAsked(request, Objects.requireNonNull(text(data, "question")));
        };
    }

    private static @Nullable String text(Map<String, Object> data, String name) {
        Object value = data.get(name);
        return value == null ? null : value.toString();
    }

    private static List<String> reasons(Map<String, Object> data) {
        return data.get("reasons") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String written(Request request, String rendered) {
        String[] subjectAndText = rendered.strip().split("\n", 2);
        Mail mail = new Mail(
                request.customerId(),
                request.customerId() == null ? request.verificationId() : null,
                subjectAndText[0].strip(),
                subjectAndText[1].strip() + "\n");
        try {
            return json.writeValueAsString(mail);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
