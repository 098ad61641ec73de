package org.privacypromise.fraudcheck.subjecttask;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.privacypromise.events.SubjectTask;
import org.privacypromise.events.TaskAnswered;
import org.privacypromise.fraudcheck.assessment.ForgetScreening;
import org.privacypromise.fraudcheck.assessment.HumanReasons;
import org.privacypromise.fraudcheck.assessment.Screening;
import org.privacypromise.fraudcheck.assessment.RestrictedSubjectRepository;
import org.privacypromise.fraudcheck.assessment.ScreeningRepository;
import org.privacypromise.fraudcheck.velocity.CountedAttempt;
import org.privacypromise.fraudcheck.velocity.CounterKeys;
import org.privacypromise.fraudcheck.velocity.CounterKeys.Kind;
import org.privacypromise.fraudcheck.velocity.Velocity;
import org.privacypromise.personaldata.DestructionCertificate;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;
import org.privacypromise.subjecttasks.DataSection;
import org.privacypromise.subjecttasks.Erasure;
import org.privacypromise.subjecttasks.KnownSubject;
import org.privacypromise.subjecttasks.Subject;
import org.privacypromise.subjecttasks.SubjectData;

/** The screenings about somebody, and what is counted for them. */
@ApplicationScoped
class ScreenedSubjects implements SubjectData {

    /** The rule, and the category, under which the counters outlive an erasure. */
    static final SubjectTask.Exemption COUNTERS = new SubjectTask.Exemption("user.device.ip_address", "fraud-counters");

    private static final Period COUNTERS_ARE_KEPT = Period.ofDays(30);

    private final ScreeningRepository screenings;
    private final ForgetScreening forget;
    private final HumanReasons reasons;
    private final SubjectKeys subjectKeys;
    private final Velocity velocity;
    private final CounterKeys counterKeys;
    private final RestrictedSubjectRepository restricted;
    private final Clock clock;

    ScreenedSubjects(
            ScreeningRepository screenings,
            ForgetScreening forget,
            HumanReasons reasons,
            SubjectKeys subjectKeys,
            Velocity velocity,
            CounterKeys counterKeys,
            RestrictedSubjectRepository restricted,
            Clock clock) {
        this.screenings = screenings;
        this.forget = forget;
        this.reasons = reasons;
        this.subjectKeys = subjectKeys;
        this.velocity = velocity;
        this.counterKeys = counterKeys;
        this.restricted = restricted;
        this.clock = clock;
    }

    @Override
    public Uni<List<DataSection>> export(Subject subject) {
        return screenings
                .about(subject.customerIds(), subject.contactRefs())
                .chain(this::withReasons)
                .chain(told -> counted(subject).map(counted -> ScreeningWords.sections(told, counted)));
    }

    /** @param humanReason why a person decided as they did, if one did */
    record Told(Screening screening, Optional<PersonalText> humanReason) {}

    private Uni<List<Told>> withReasons(List<Screening> found) {
        // One after the other: a session is never used concurrently.
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(
                        screening -> reasons.read(screening).map(reason -> new Told(screening, reason)))
                .collect()
                .asList();
    }

    @Override
    public Uni<Erasure> erase(Subject subject, List<SubjectTask.Exemption> keep) {
        return screenings
                .lockAbout(subject.customerIds(), subject.contactRefs())
                .call(forget::all)
                .call(() -> restricted.remove(subject.keys()))
                .chain(erased -> destroyKeys(subject)
                        .chain(certificates -> counted(subject)
                                .call(counted -> keep.contains(COUNTERS)
                                        ? Uni.createFrom().voidItem()
                                        : velocity.forget(contactPoints(subject), customers(subject)))
                                .map(counted -> new Erasure(
                                        !erased.isEmpty() || !counted.isEmpty(),
                                        keep.contains(COUNTERS) ? kept(counted) : List.of(),
                                        certificates))));
    }

    private Uni<List<DestructionCertificate>> destroyKeys(Subject subject) {
        return Multi.createFrom()
                .iterable(subject.keys())
                .onItem()
                .transformToUniAndConcatenate(subjectKeys::destroy)
                .collect()
                .asList()
                .map(certificates -> certificates.stream().flatMap(List::stream).toList());
    }

    private static List<TaskAnswered.Kept> kept(List<CountedAttempt> newestFirst) {
        return newestFirst.stream()
                .limit(1)
                .map(newest -> new TaskAnswered.Kept(
                        COUNTERS.category(),
                        COUNTERS.retention(),
                        LocalDate.ofInstant(newest.at(), ZoneOffset.UTC).plus(COUNTERS_ARE_KEPT)))
                .toList();
    }

    private Uni<List<CountedAttempt>> counted(Subject subject) {
        return velocity.of(contactPoints(subject), customers(subject));
    }

    private List<String> contactPoints(Subject subject) {
        return subject.contactRefs().stream()
                .flatMap(ref -> counterKeys.of(Kind.CONTACT_POINT, ref).stream())
                .toList();
    }

    private List<String> customers(Subject subject) {
        return subject.customerIds().stream()
                .flatMap(id -> counterKeys.of(Kind.CUSTOMER, id).stream())
                .toList();
    }

    @Override
    public Uni<Void> restrict(Subject subject, boolean restrict) {
        return restrict ? restricted.add(subject.keys(), clock.instant()) : restricted.remove(subject.keys());
    }

    /** The counters are kept. */
    @Override
    public Uni<Long> leftovers(Subject subject) {
        return screenings.about(subject.customerIds(), subject.contactRefs()).map(found -> (long) found.size());
    }

    @Override
    public Uni<List<KnownSubject>> knownSubjects(String after, int limit) {
        return screenings
                .known(after, limit)
                .map(known -> known.stream()
                        .map(one -> new KnownSubject(one.key(), one.since()))
                        .toList());
    }
}
