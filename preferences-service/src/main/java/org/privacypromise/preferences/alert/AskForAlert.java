package org.privacypromise.preferences.alert;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.privacypromise.events.EventKey;
import org.privacypromise.frame.Problem;
import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;
import org.privacypromise.preferences.choice.ChangeChoices;
import org.privacypromise.register.PurposeRegister;

/** Notes that a customer wants to be told; the same twice is the same as once. */
@ApplicationScoped
class AskForAlert {

    static final ProblemType NO_SUCH_ALERT =
            new ProblemType("no-such-alert", 422, "Alerts do not go that way, or not in that name");
    static final ProblemType TOO_MANY_ALERTS =
            new ProblemType("too-many-alerts", 409, "More alerts at once are not kept for one customer");

    private static final int MOST = 200;

    private final StockAlertRepository alerts;
    private final ChangeChoices changeChoices;
    private final PurposeRegister register;
    private final AlertConfig config;
    private final Clock clock;

    AskForAlert(
            StockAlertRepository alerts,
            ChangeChoices changeChoices,
            PurposeRegister register,
            AlertConfig config,
            Clock clock) {
        this.alerts = alerts;
        this.changeChoices = changeChoices;
        this.register = register;
        this.config = config;
        this.clock = clock;
    }

    /** @param isNew whether it was not asked for before */
    record Asked(StockAlert alert, boolean isNew) {}

    /** Null for somebody who was erased. */
    Uni<@Nullable Asked> ask(String customerId, NewAlert wanted) {
        String brand = wanted.brand() == null ? register.brands().getFirst().key() : wanted.brand();
        requireWay(wanted.channel(), brand);
        Instant now = clock.instant();
        // The customer's row is locked from then on: an erasure at the same time comes before or after.
        return Panache.withTransaction(() -> changeChoices
                .introduce(EventKey.ofCustomer(customerId), now)
                .chain(customer -> customer == null
                        ? Uni.createFrom().nullItem()
                        : alerts.unclaimed(customerId, wanted, brand)
                                .chain(known -> known == null
                                        ? add(customerId, wanted, brand, now)
                                        : Uni.createFrom().item(again(known, now)))));
    }

    private void requireWay(String channel, String brand) {
        if (register.choice(Alerts.PURPOSE, channel, brand).isEmpty()) {
            throw new ProblemException(
                    NO_SUCH_ALERT,
                    "GET /preferences lists the channels and brands of this purpose.",
                    new Problem.Fault("/channel", "back-in-stock does not use this channel for this brand."));
        }
    }

    private Uni<Asked> add(String customerId, NewAlert wanted, String brand, Instant now) {
        return alerts.countOpenOf(customerId, now).chain(open -> {
            if (open >= MOST) {
                throw new ProblemException(TOO_MANY_ALERTS, "Cancel one of them first (DELETE /alerts/{alertId}).");
            }
            StockAlert alert = StockAlert.of(customerId, wanted, brand, now, now.plus(config.expireAfter()));
            return alerts.persist(alert).replaceWith(new Asked(alert, true));
        });
    }

    private Asked again(StockAlert known, Instant now) {
        boolean isOver = known.isOver(now);
        if (isOver) {
            known.askAgain(now, now.plus(config.expireAfter()));
        }
        return new Asked(known, isOver);
    }
}
