package org.privacypromise.fraudcheck.review;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.fraudcheck.assessment.HumanReasons;
import org.privacypromise.fraudcheck.assessment.Screening;
import org.privacypromise.fraudcheck.assessment.ScreeningEvents;
import org.privacypromise.fraudcheck.assessment.ScreeningRepository;
import org.privacypromise.personaldata.PersonalText;

/** Takes a person's decision about a request that rules spoke against: once, however many decide at the same moment. */
@ApplicationScoped
class DecideReview {

    static final ProblemType ALREADY_DECIDED =
            new ProblemType("already-decided", 409, "Somebody has decided this already");

    private static final Logger LOG = Logger.getLogger(DecideReview.class);
    private static final int LONGEST_REASON = 2000;

    private final ScreeningRepository screenings;
    private final HumanReasons reasons;
    private final ScreeningEvents events;
    private final Clock clock;

    DecideReview(ScreeningRepository screenings, HumanReasons reasons, ScreeningEvents events, Clock clock) {
        this.screenings = screenings;
        this.reasons = reasons;
        this.events = events;
        this.clock = clock;
    }

    /** The same decision again changes nothing. */
    Uni<Screening> decide(String screeningId, NewDecision decision, String account) {
        PersonalText reason = requireReason(decision.reason());
        return Panache.withTransaction(() -> screenings.lock(screeningId).chain(screening -> {
            if (screening == null || !screening.isForReview()) {
                throw new ProblemException(ProblemType.NOT_FOUND, "Take the IDs from GET /reviews.");
            }
            return screening.isDecided()
                    ? repeat(screening, decision, reason)
                    : first(screening, decision, reason, account);
        }));
    }

    private Uni<Screening> first(Screening screening, NewDecision decision, PersonalText reason, String account) {
        return reasons.encrypt(screening, reason)
                .invoke(encrypted -> screening.decide(
                        decision.verdict().verdict(),
                        encrypted,
                        account,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .chain(() -> events.concluded(screening))
                .invoke(() -> LOG.infof(
                        "Account %s decided on screening %s: %s", account, screening.id(), decision.verdict()))
                .replaceWith(screening);
    }

    private Uni<Screening> repeat(Screening screening, NewDecision decision, PersonalText reason) {
        return reasons.read(screening).map(given -> {
            if (screening.verdict() != decision.verdict().verdict() || !given.equals(Optional.of(reason))) {
                throw new ProblemException(
                        ALREADY_DECIDED,
                        "Read the screening again: what was decided first counts, and is told already.");
            }
            return screening;
        });
    }

    private static PersonalText requireReason(PersonalText reason) {
        String text = reason.reveal().strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw new ProblemException(
                    ProblemType.INVALID,
                    "Say why: the person it is about has a right to know.",
                    new Problem.Fault("/reason", "must have 1 to " + LONGEST_REASON + " characters"));
        }
        return PersonalText.of(text);
    }
}
