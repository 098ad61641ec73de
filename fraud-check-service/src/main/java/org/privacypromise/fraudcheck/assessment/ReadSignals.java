package org.privacypromise.fraudcheck.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.fraudcheck.assessment.NewScreening.Given;
import org.privacypromise.fraudcheck.rule.verdict.Screened;
import org.privacypromise.fraudcheck.signal.value.Facts;
import org.privacypromise.fraudcheck.source.DisposableMailboxes;
import org.privacypromise.fraudcheck.source.list.PublicSource;
import org.privacypromise.fraudcheck.velocity.Attempt;
import org.privacypromise.fraudcheck.velocity.CounterKeys;
import org.privacypromise.fraudcheck.velocity.CounterKeys.Kind;
import org.privacypromise.fraudcheck.velocity.count.Origin;
import org.privacypromise.personaldata.PersonalText;

/** Makes of what the caller knows what may be counted and judged: the address and the mailbox go no further than here. */
@ApplicationScoped
class ReadSignals {

    private static final int LONGEST_DOMAIN = 254;

    private final CounterKeys keys;
    private final DisposableMailboxes disposableMailboxes;

    ReadSignals(CounterKeys keys, DisposableMailboxes disposableMailboxes) {
        this.keys = keys;
        this.disposableMailboxes = disposableMailboxes;
    }

    /**
     * @param source the public source that was asked; null if none was
     */
    record Reading(Attempt attempt, Facts facts, @Nullable String source) {}

    /** @throws ProblemException if the address is none */
    Reading of(NewScreening wanted, Instant now) {
        Given given = wanted.signals();
        Optional<String> origin = Optional.ofNullable(given.ipAddress()).map(ReadSignals::origin);
        Optional<Boolean> disposable = Optional.ofNullable(given.emailDomain())
                .map(ReadSignals::domain)
                .flatMap(disposableMailboxes::isOneOf);
        Attempt attempt = new Attempt(
                wanted.subject() == Screened.REQUEST ? Attempt.What.REQUEST : Attempt.What.VERIFICATION,
                references(Kind.ORIGIN, origin),
                references(Kind.CONTACT_POINT, Optional.ofNullable(given.contactRef())),
                references(Kind.CUSTOMER, Optional.ofNullable(given.customerId())),
                now);
        Facts facts = new Facts(
                given.right(),
                given.channel(),
                given.purpose(),
                origin.isPresent(),
                given.contactRef() != null,
                given.customerId() != null,
                disposable.orElse(null));
        return new Reading(
                attempt,
                facts,
                disposable.map(asked -> name(disposableMailboxes.source())).orElse(null));
    }

    private List<String> references(Kind kind, Optional<String> value) {
        return value.map((Function<String, List<String>>) known -> keys.of(kind, known))
                .orElse(List.of());
    }

    private static String name(PublicSource source) {
        return source.name() + ", version " + source.version() + ", of " + source.retrieved();
    }

    private static String origin(PersonalText address) {
        return Origin.of(address.reveal()).orElseThrow(() -> invalid("/signals/ipAddress", "must be an IP address"));
    }

    private static String domain(PersonalText domain) {
        String name = domain.reveal();
        if (name.isBlank() || name.length() > LONGEST_DOMAIN || name.indexOf('@') >= 0) {
            throw invalid("/signals/emailDomain", "must be the part after the @");
        }
        return name;
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(
                ProblemType.INVALID, "Correct the named fields and send it again.", new Problem.Fault(pointer, detail));
    }
}
