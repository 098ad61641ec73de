package org.privacypromise.identity.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.privacypromise.identity.customer.KnownCustomers;
import org.privacypromise.identity.customer.KnownCustomers.Known;
import org.privacypromise.identity.verification.PastVerifications;

/**
 * Shows customers every attempt to verify as them: those that succeeded and led to them, and all others at contact points
 * that are proven to be theirs.
 */
@ApplicationScoped
class ReadHistory {

    private static final int NEWEST = 200;

    private final KnownCustomers customers;
    private final PastVerifications verifications;

    ReadHistory(KnownCustomers customers, PastVerifications verifications) {
        this.customers = customers;
        this.verifications = verifications;
    }

    Uni<List<AttemptView>> of(String customerId) {
        return Panache.withSession(() -> customers
                .contactPointsOf(customerId)
                .chain(known -> verifications
                        .concerning(List.of(customerId), proven(known), NEWEST)
                        .map(attempts -> {
                            Map<String, String> masks = masks(known);
                            return attempts.stream()
                                    .map(attempt -> AttemptView.from(attempt, masks.get(attempt.contactRef())))
                                    .toList();
                        })));
    }

    private static List<String> proven(List<Known> known) {
        return known.stream()
                .filter(Known::verified)
                .flatMap(one -> one.references().stream())
                .map(Object::toString)
                .toList();
    }

    private static Map<String, String> masks(List<Known> known) {
        return known.stream()
                .flatMap(one -> one.references().stream()
                        .map(reference -> Map.entry(
                                reference.toString(), one.contactPoint().masked())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (mask, same) -> mask));
    }
}
