package org.privacypromise.fraudcheck.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.events.EventKey;
import org.privacypromise.fraudcheck.rule.RuleSet;
import org.privacypromise.fraudcheck.rule.verdict.Judgement;
import org.privacypromise.fraudcheck.rule.verdict.Reason;
import org.privacypromise.fraudcheck.rule.verdict.Verdict;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.signal.value.Signals;
import org.privacypromise.fraudcheck.velocity.Velocity;

/**
 * Screens a request or verification: counts it, asks the rules, stores the verdict and tells it, all in one transaction.
 * One ID has one verdict, however often and however parallel it is asked for.
 */
@ApplicationScoped
class Screen {

    static final ProblemType SCREENING_DIFFERS =
            new ProblemType("screening-differs", 422, "Something else was screened under this ID");

    private static final Judgement RESTRICTED = Judgement.by(List.of(new Reason(
            "restricted-data",
            Verdict.REVIEW,
            "en",
            Map.of(
                    "en", "You have had the use of your data stopped, so a person decides and no program.",
                    "de", "Du hast die Nutzung deiner Daten stoppen lassen. Deshalb entscheidet ein Mensch und kein Programm.",
                    "fr", "Vous avez fait arrêter l'utilisation de vos données : une personne décide, pas un programme.",
                    "es", "Has hecho detener el uso de tus datos, así que decide una persona y no un programa.",
                    "it", "Hai fatto fermare l'uso dei tuoi dati, quindi decide una persona e non un programma."))));

    private final ReadSignals reading;
    private final Velocity velocity;
    private final RuleSet rules;
    private final ScreeningRepository screenings;
    private final RestrictedSubjectRepository restricted;
    private final ScreeningEvents events;
    private final MeterRegistry meters;
    private final Clock clock;

    Screen(
            ReadSignals reading,
            Velocity velocity,
            RuleSet rules,
            ScreeningRepository screenings,
            RestrictedSubjectRepository restricted,
            ScreeningEvents events,
            MeterRegistry meters,
            Clock clock) {
        this.reading = reading;
        this.velocity = velocity;
        this.rules = rules;
        this.screenings = screenings;
        this.restricted = restricted;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    Uni<Screening> screen(NewScreening wanted) {
        // As exact as the database stores it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReadSignals.Reading read = reading.of(wanted, now);
        return velocity.alone(
                wanted.screeningId(),
                read.attempt(),
                () -> screenings
                        .findById(wanted.screeningId())
                        .chain(known -> known == null
                                ? judge(wanted, read, now)
                                : Uni.createFrom().item(repeated(wanted, known))));
    }

    private Uni<Screening> judge(NewScreening wanted, ReadSignals.Reading read, Instant now) {
        return restricted
                .containsAny(keys(wanted))
                .chain(stopped -> stopped
                        ? Uni.createFrom().item(leftToPeople(wanted, now))
                        : judgeByRules(wanted, read, now))
                .call(screening -> screenings.persist(screening))
                .call(events::concluded)
                .invoke(screening -> meters.counter(
                                "screening.verdicts",
                                "subject",
                                screening.screened().name(),
                                "verdict",
                                screening.verdict().name())
                        .increment());
    }

    private Uni<Screening> judgeByRules(NewScreening wanted, ReadSignals.Reading read, Instant now) {
        return velocity.count(read.attempt())
                .map(counts -> {
                    Signals signals = Signals.of(read.facts(), counts);
                    Judgement judgement = rules.judge(wanted.subject(), signals);
                    return Screening.judged(wanted, signals.telling(), read.source(), rules.version(), judgement, now);
                })
                .call(screening -> rememberDisposable(wanted, read));
    }

    // Nothing is counted and no rule is asked: that would be a use of data that is only to be stored.
    private Screening leftToPeople(NewScreening wanted, Instant now) {
        return Screening.judged(wanted, Map.of(), null, rules.version(), RESTRICTED, now);
    }

    private static List<String> keys(NewScreening wanted) {
        String customerId = wanted.signals().customerId();
        String contactRef = wanted.signals().contactRef();
        return Stream.concat(
                        Stream.ofNullable(customerId).map(EventKey::ofCustomer),
                        Stream.ofNullable(contactRef).map(EventKey::ofContactPoint))
                .toList();
    }

    /** The request that follows a verification names the mailbox by a reference, which says nothing of its provider. */
    private Uni<Void> rememberDisposable(NewScreening wanted, ReadSignals.Reading read) {
        boolean disposable = Boolean.TRUE.equals(read.facts().disposableMailbox());
        return disposable
                        && wanted.subject() == Screened.VERIFICATION
                        && !read.attempt().contactPoint().isEmpty()
                ? velocity.add(read.attempt().withDisposableMailbox())
                : Uni.createFrom().voidItem();
    }

    private static Screening repeated(NewScreening wanted, Screening known) {
        if (known.screened() != wanted.subject()) {
            throw new ProblemException(
                    SCREENING_DIFFERS, "Use the ID of the request or verification itself: each has one of its own.");
        }
        return known;
    }
}
