package org.privacypromise.preferences.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** What customers have asked to be told of, for this service's other features. */
@ApplicationScoped
public class Alerts {

    /** The purpose of the register that alerts are. */
    public static final String PURPOSE = "back-in-stock";

    private final StockAlertRepository alerts;

    Alerts(StockAlertRepository alerts) {
        this.alerts = alerts;
    }

    /** In the caller's session. */
    public Uni<List<StockAlert>> of(Collection<String> customerIds) {
        return customerIds.isEmpty() ? Uni.createFrom().item(List.of()) : alerts.of(customerIds);
    }
}
