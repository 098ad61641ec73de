package org.privacypromise.preferences.alert;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.alert.FulfilmentView.DueView;
import org.privacypromise.preferences.idempotency.IdempotencyKey;

/**
 * Hands each alert to one system, once. A system that does not know whether it got an answer asks again with the same key,
 * and gets the same ones: so nobody is told twice, and nobody is forgotten.
 */
@ApplicationScoped
class ClaimAlerts {

    static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "This idempotency key was used before, for something else");
    private static final int AT_ONCE = 1000;

    private final StockAlertRepository alerts;
    private final Clock clock;

    ClaimAlerts(StockAlertRepository alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    Uni<FulfilmentView> claim(Fulfilment back, String client, IdempotencyKey key) {
        Integer wanted = back.limit();
        int limit = wanted == null ? AT_ONCE : wanted;
        return Panache.withTransaction(() -> alerts.takeTurn(client, key.value())
                .chain(() -> alerts.claimed(client, key.value()))
                .chain(known -> known.isEmpty()
                        ? alerts.claim(back.product(), client, key.value(), limit, clock.instant())
                                .chain(() -> alerts.claimed(client, key.value()))
                        : Uni.createFrom().item(requireSame(known, back.product())))
                .map(claimed ->
                        new FulfilmentView(claimed.stream().map(DueView::from).toList(), claimed.size() >= limit)));
    }

    private static List<StockAlert> requireSame(List<StockAlert> known, String product) {
        if (!known.getFirst().product().equals(product)) {
            throw new ProblemException(KEY_REUSED, "Use a key of its own for another product.");
        }
        return known;
    }
}
