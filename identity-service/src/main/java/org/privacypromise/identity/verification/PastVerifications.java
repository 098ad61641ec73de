package org.privacypromise.identity.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacypromise.identity.verification.challenge.Outcome;
import org.privacypromise.personaldata.EmailAddress;
import org.privacypromise.personaldata.keys.SubjectKeys;

/** What was tried, for this service's other features; in the caller's session. */
@ApplicationScoped
public class PastVerifications {

    private final VerificationRepository verifications;
    private final SubjectKeys keys;

    PastVerifications(VerificationRepository verifications, SubjectKeys keys) {
        this.verifications = verifications;
        this.keys = keys;
    }

    /** @param outcome null while it is open */
    public record Attempt(
            Instant startedAt,
            Purpose purpose,
            String contactRef,
            @Nullable Outcome outcome) {

        static Attempt from(Verification verification) {
            return new Attempt(
                    verification.startedAt, verification.purpose, verification.contactRef, verification.outcome);
        }
    }

    /** Attempts that reached one of these customers, and attempts at these contact points; the newest first. */
    public Uni<List<Attempt>> concerning(List<String> customerIds, List<String> contactRefs, int limit) {
        return verifications
                .concerning(customerIds, contactRefs, limit)
                .map(found -> found.stream().map(Attempt::from).toList());
    }

    /** A contact point at which something was tried. */
    public record Tried(String contactRef, Instant firstAt) {}

    /** A page of all contact points at which something was tried, by their references. */
    public Uni<List<Tried>> after(String contactRef, int limit) {
        return verifications.contactPointsAfter(contactRef, limit);
    }

    /** The addresses that were proven at these contact points, each once and the oldest first. */
    public Uni<List<EmailAddress>> provenAddresses(List<String> contactRefs) {
        return verifications
                .proven(contactRefs)
                .chain(proven -> Multi.createFrom()
                        .iterable(proven)
                        .onItem()
                        .transformToUniAndConcatenate(this::address)
                        .collect()
                        .asList()
                        .map(addresses -> addresses.stream()
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList()));
    }

    private Uni<Optional<EmailAddress>> address(Verification proven) {
        return keys.forReading(Verification.keySubject(proven.id), Verification.RETENTION)
                .map(key -> key.map(proven::revealAddress));
    }
}
