package org.privacypromise.preferences.leak;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.preferences.choice.ChoiceInForce;
import org.privacypromise.preferences.choice.Preferences;
import org.privacypromise.preferences.choice.PreferencesRepository;
import org.privacypromise.preferences.choice.ReadPreferences;
import org.privacypromise.preferences.choice.matrix.Cell;
import org.privacypromise.preferences.leak.Incident.Kind;
import org.privacypromise.preferences.leak.judgement.InForce;
import org.privacypromise.preferences.leak.judgement.JudgeMessage;
import org.privacypromise.preferences.leak.judgement.Judgement;
import org.privacypromise.preferences.leak.judgement.Judgement.Doubtful;
import org.privacypromise.preferences.leak.judgement.Judgement.Leak;
import org.privacypromise.preferences.propagation.Propagation;
import org.privacypromise.register.PurposeRegister;
import org.privacypromise.subjecttasks.SubjectRefs;

/**
 * Looks whether a message that was sent was allowed. That costs one look-up for the many that were; only for one that is
 * refused now, or was lately, the evidence is read.
 */
@ApplicationScoped
class DetectLeak {

    private static final Duration FIRST_LOOK_AGAIN = Duration.ofSeconds(20);

    private final PreferencesRepository preferences;
    private final ReadPreferences reading;
    private final Propagation propagation;
    private final Refusals refusals;
    private final RecordIncident incidents;
    private final DoubtfulSendRepository doubtful;
    private final PurposeRegister register;
    private final SubjectRefs subjects;
    private final Clock clock;

    DetectLeak(
            PreferencesRepository preferences,
            ReadPreferences reading,
            Propagation propagation,
            Refusals refusals,
            RecordIncident incidents,
            DoubtfulSendRepository doubtful,
            PurposeRegister register,
            SubjectRefs subjects,
            Clock clock) {
        this.preferences = preferences;
        this.reading = reading;
        this.propagation = propagation;
        this.refusals = refusals;
        this.incidents = incidents;
        this.doubtful = doubtful;
        this.register = register;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Joins the caller's transaction. */
    Uni<Void> in(Message message) {
        return preferences
                .findById(message.key())
                .chain(subject -> subject == null ? toNobody(message) : toSomebody(message, subject));
    }

    private Uni<Void> toNobody(Message message) {
        return incidents.erasedAt(subjects.allVersions(message.key())).chain(erasedAt -> {
            if (erasedAt == null) {
                return incidents.found(Kind.WITHOUT_PERMISSION, message, message.key());
            }
            boolean late = message.sentAt().isAfter(erasedAt.plus(target(message)));
            return late
                    ? incidents.found(Kind.AFTER_ERASURE, message, null)
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> toSomebody(Message message, Preferences subject) {
        Cell cell = message.cell();
        boolean exists =
                register.choice(cell.purpose(), cell.channel(), cell.brand()).isPresent();
        if (!exists) {
            return incidents.found(Kind.WITHOUT_PERMISSION, message, message.key());
        }
        return reading.inForceFor(message.key())
                .map(all -> all.stream()
                        .filter(one -> isAbout(cell, one))
                        .findFirst()
                        .orElse(null))
                .chain(now -> now == null || wasAllowed(now, message.sentAt())
                        ? Uni.createFrom().voidItem()
                        : judge(message, subject, now));
    }

    private static boolean isAbout(Cell cell, ChoiceInForce choice) {
        return cell.equals(new Cell(choice.purpose(), choice.channel(), choice.brand()));
    }

    private static boolean wasAllowed(ChoiceInForce now, Instant sentAt) {
        Instant since = now.since();
        return now.allowed() && (!now.changeable() || (since != null && !since.isAfter(sentAt)));
    }

    private Uni<Void> judge(Message message, Preferences subject, ChoiceInForce now) {
        return refusals.about(subject, message.cell(), now)
                .chain(said -> propagation
                        .historyOf(message.key())
                        .chain(words -> conclude(
                                message,
                                JudgeMessage.judge(
                                        message.sentAt(),
                                        said,
                                        wordsOf(message.system(), words),
                                        target(message),
                                        clock.instant()))));
    }

    private Uni<Void> conclude(Message message, Judgement judgement) {
        return switch (judgement) {
            case Judgement.Fair() -> Uni.createFrom().voidItem();
            case Doubtful(Instant clearAt) ->
                doubtful.add(message, nextLook(message, clearAt)).replaceWithVoid();
            case Leak leak -> incidents.found(leak, message);
        };
    }

    /** Soon, and then rarer and rarer. */
    private Instant nextLook(Message message, Instant clearAt) {
        Instant now = clock.instant();
        Duration age = Duration.between(message.sentAt(), now);
        Instant next = now.plus(age.compareTo(FIRST_LOOK_AGAIN) < 0 ? FIRST_LOOK_AGAIN : age);
        return next.isBefore(clearAt) ? next : clearAt;
    }

    /** Of a system that is not known, whatever any system has said counts. */
    private static List<InForce> wordsOf(String system, List<Propagation.InForce> words) {
        return words.stream()
                .filter(word ->
                        system.equals(Message.UNKNOWN_SYSTEM) || word.system().equals(system))
                .map(word -> new InForce(word.version(), word.since()))
                .toList();
    }

    private Duration target(Message message) {
        @Nullable Duration own = propagation.targets().get(message.system());
        return own != null
                ? own
                : propagation.targets().values().stream()
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
    }
}
