package org.privacypromise.identity.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.privacypromise.personaldata.DestructionCertificate;

/** Erases what was tried, for this service's other features; in the caller's transaction. */
@ApplicationScoped
public class ErasePastVerifications {

    private final VerificationRepository verifications;
    private final ConcludeVerification conclude;
    private final EraseVerification erase;
    private final Clock clock;

    ErasePastVerifications(
            VerificationRepository verifications, ConcludeVerification conclude, EraseVerification erase, Clock clock) {
        this.verifications = verifications;
        this.conclude = conclude;
        this.erase = erase;
        this.clock = clock;
    }

    /** @param found how many there were */
    public record Erased(int found, List<DestructionCertificate> certificates) {}

    /** Every attempt at these contact points. One that is open ends first, as whoever waits for its outcome must hear. */
    public Uni<Erased> ofContactPoints(List<String> contactRefs) {
        return verifications.lockOfContactPoints(contactRefs).chain(this::eraseAll);
    }

    /** Attempts that led to this customer; one that led to others, too, is theirs from now on. */
    public Uni<Erased> reaching(String customerId) {
        return verifications
                .lockReaching(customerId)
                .invoke(found -> found.forEach(verification -> verification.noLongerReaches(customerId)))
                .chain(found -> eraseAll(found.stream()
                        .filter(verification -> verification.customerIds().isEmpty())
                        .toList()));
    }

    private Uni<Erased> eraseAll(List<Verification> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::endAndErase)
                .collect()
                .asList()
                .map(certificates -> new Erased(
                        found.size(),
                        certificates.stream().flatMap(List::stream).toList()));
    }

    private Uni<List<DestructionCertificate>> endAndErase(Verification verification) {
        if (verification.isConcluded()) {
            return erase.erase(verification);
        }
        verification.expire(clock.instant());
        return conclude.conclude(verification).chain(() -> erase.erase(verification));
    }
}
