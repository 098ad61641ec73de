package org.privacypromise.requests.subjecttask;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.frame.InTurn;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.register.RetentionPeriod;
import org.privacypromise.requests.delivery.ShredPackages;
import org.privacypromise.requests.desk.StaffWords;
import org.privacypromise.requests.lifecycle.Request;
import org.privacypromise.requests.lifecycle.RequestRepository;
import org.privacypromise.requests.lifecycle.step.Status;
import org.privacypromise.requests.notice.RightInWords;
import org.privacypromise.requests.rectification.Correction;
import org.privacypromise.requests.rectification.Corrections;
import org.privacypromise.requests.verification.VerificationRepository;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.KnownSubject;
import org.privacypromise.subjecttasks.Subject;
import org.privacypromise.subjecttasks.SubjectData;

/**
 * A person's requests. An erasure shreds every copy of their data that was made for them and keeps the record of what was
 * asked and answered, for as long as we can be called to account for it.
 */
@ApplicationScoped
class RequestsSubjectData implements SubjectData {

    private static final String STATUS = "user.privacy_preferences";
    private static final String SOURCE = "given by you when you asked, and what we noted as we answered";
    private static final String NOTED = "written by our staff as they worked on your request";

    private final RequestRepository requests;
    private final RequestsOfSubjectRepository known;
    private final VerificationRepository verifications;
    private final Corrections corrections;
    private final ShredPackages packages;
    private final StaffWords words;
    private final PurposeRegister register;
    private final Clock clock;

    RequestsSubjectData(
            RequestRepository requests,
            RequestsOfSubjectRepository known,
            VerificationRepository verifications,
            Corrections corrections,
            ShredPackages packages,
            StaffWords words,
            PurposeRegister register,
            Clock clock) {
        this.requests = requests;
        this.known = known;
        this.verifications = verifications;
        this.corrections = corrections;
        this.packages = packages;
        this.words = words;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Uni<List<DataSection>> export(Subject subject) {
        return of(subject)
                .chain(all -> InTurn.all(all, request -> corrections.of(request.id()))
                        .chain(given -> InTurn.all(all, this::notes)
                                .map(notes -> Stream.of(
                                                section(
                                                        STATUS,
                                                        SOURCE,
                                                        all.stream().map(RequestsSubjectData::row)),
                                                section(
                                                        "user.content.private",
                                                        "given by you, to have your data put right",
                                                        given.stream()
                                                                .flatMap(list -> list.all().stream())
                                                                .map(RequestsSubjectData::row)),
                                                section(
                                                        STATUS,
                                                        NOTED,
                                                        notes.stream().flatMap(List::stream)))
                                        .flatMap(Optional::stream)
                                        .toList())));
    }

    private static Optional<DataSection> section(String category, String source, Stream<Map<String, Object>> rows) {
        List<Map<String, Object>> records = rows.toList();
        return records.isEmpty() ? Optional.empty() : Optional.of(new DataSection(category, source, records));
    }

    private Uni<List<Map<String, Object>>> notes(Request request) {
        return words.of(request.id())
                .map(written -> written.stream()
                        .map(note -> Map.<String, Object>of(
                                "request", request.id().toString(), "written at", note.at(), "note", note.text()))
                        .toList());
    }

    private static Map<String, Object> row(Request request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("request", request.id().toString());
        fields.put("you asked for", RightInWords.of(request.right()));
        fields.put("received at", request.receivedAt());
        fields.put("due by", request.dueDate());
        fields.put("where it stands", words(request.status()));
        if (request.closedAt() != null) {
            fields.put("closed at", request.closedAt());
        }
        return fields;
    }

    private static Map<String, Object> row(Correction correction) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("what", correction.field());
        fields.put("wrong", correction.wrong());
        fields.put("right", correction.right());
        return fields;
    }

    private static String words(Status status) {
        return switch (status) {
            case AWAITING_VERIFICATION -> "waits for the code that we mailed";
            case AWAITING_SIGN_IN -> "waits for your sign-in";
            case SCREENING -> "is being checked for fraud";
            case IN_REVIEW -> "a person is looking at it";
            case FULFILLING -> "is being answered";
            case ANSWERED -> "answered";
            case ANSWERED_IN_PART -> "answered in part, and told which";
            case REFUSED -> "refused, with reasons";
            case LAPSED -> "lapsed, because nobody proved who asked";
            case WITHDRAWN -> "taken back by you";
        };
    }

    @Override
    public Uni<Erasure> erase(Subject subject, List<SubjectTask.Exemption> keep) {
        return of(subject)
                .chain(all -> InTurn.all(all, this::strip)
                        .call(() -> InTurn.all(subject.contactRefs(), ref -> verifications.delete("contactRef", ref)))
                        .map(certificates -> new Erasure(
                                !all.isEmpty(),
                                all.isEmpty() ? List.of() : kept(keep, all),
                                certificates.stream().flatMap(List::stream).toList())));
    }

    // What is still being answered ends by itself: its package is shredded when its time is over.
    private Uni<List<DestructionCertificate>> strip(Request request) {
        if (!request.status().isClosed()) {
            return Uni.createFrom().item(List.of());
        }
        request.forgetTrackingKey();
        return corrections.forget(request.id()).chain(() -> packages.shredNow(request.id()));
    }

    private List<TaskAnswered.Kept> kept(List<SubjectTask.Exemption> keep, List<Request> all) {
        Instant lastClosed = all.stream()
                .map(request -> Objects.requireNonNullElseGet(request.closedAt(), clock::instant))
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
        return keep.stream()
                .map(one -> new TaskAnswered.Kept(one.category(), one.retention(), until(one.retention(), lastClosed)))
                .toList();
    }

    private @Nullable LocalDate until(String retention, Instant closed) {
        return register.retentionRule(retention)
                .map(rule -> rule.period() instanceof RetentionPeriod.Fixed(var period)
                        ? closed.atOffset(ZoneOffset.UTC).toLocalDate().plus(period)
                        : null)
                .orElse(null);
    }

    @Override
    public Uni<Long> leftovers(Subject subject) {
        return known.left(subject.customerIds(), subject.contactRefs());
    }

    @Override
    public Uni<List<KnownSubject>> knownSubjects(String after, int limit) {
        return known.known(after, limit);
    }

    /** The oldest first. */
    private Uni<List<Request>> of(Subject subject) {
        return InTurn.all(subject.customerIds(), requests::ofCustomer)
                .chain(ofCustomers -> InTurn.all(subject.contactRefs(), requests::ofContactPoint)
                        .map(ofContactPoints -> {
                            List<Request> all = new ArrayList<>();
                            ofCustomers.forEach(all::addAll);
                            ofContactPoints.forEach(all::addAll);
                            all.sort(Comparator.comparing(Request::receivedAt).thenComparing(Request::id));
                            return all;
                        }));
    }
}
