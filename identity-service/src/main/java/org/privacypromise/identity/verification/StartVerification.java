package org.privacypromise.identity.verification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.privacypromise.personaldata.BlindIndex;
import org.privacypromise.personaldata.ContactRef;
import org.privacypromise.personaldata.EmailAddress;
import org.privacypromise.personaldata.PersonalText;
import org.privacypromise.personaldata.keys.SubjectKeys;

/**
 * Writes down that somebody wants a code. Nothing is looked up here, nothing is screened and nothing is sent: so the
 * answer cannot tell a known contact point from an unknown one, neither by its words nor by its time.
 */
@ApplicationScoped
class StartVerification {

    private final VerificationRepository verifications;
    private final CodeBudgets budgets;
    private final SubjectKeys keys;
    private final BlindIndex index;
    private final Clock clock;

    StartVerification(
            VerificationRepository verifications,
            CodeBudgets budgets,
            SubjectKeys keys,
            BlindIndex index,
            Clock clock) {
        this.verifications = verifications;
        this.budgets = budgets;
        this.keys = keys;
        this.index = index;
        this.clock = clock;
    }

    Uni<StartedView> start(NewVerification asked, String callerAddress) {
        EmailAddress address = asked.address();
        ContactRef contactRef = index.of(address);
        UUID id = UUID.randomUUID();
        return Panache.withTransaction(() -> budgets.charge(contactRef.toString(), callerAddress)
                        .chain(() -> keys.forWriting(Verification.keySubject(id), Verification.RETENTION))
                        .chain(key -> verifications.persist(Verification.start(
                                id,
                                asked.purpose(),
                                asked.requestId(),
                                address,
                                contactRef,
                                PersonalText.of(callerAddress),
                                key,
                                clock.instant()))))
                .map(StartedView::from);
    }
}
