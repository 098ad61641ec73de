package org.privacypromise.preferences.subjecttask;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.privacypromise.events.EventKey;
import org.privacypromise.preferences.alert.ForgetAlerts;
import org.privacypromise.preferences.guest.ForgetSignUps;
import org.privacypromise.preferences.idempotency.ForgetAnsweredCalls;
import org.privacypromise.subjecttasks.Subject;

/** Forgets what somebody has asked for beside their choices, and what they were answered. */
@ApplicationScoped
class ForgetWishes {

    private final ForgetSignUps signUps;
    private final ForgetAlerts alerts;
    private final ForgetAnsweredCalls answeredCalls;

    ForgetWishes(ForgetSignUps signUps, ForgetAlerts alerts, ForgetAnsweredCalls answeredCalls) {
        this.signUps = signUps;
        this.alerts = alerts;
        this.answeredCalls = answeredCalls;
    }

    /** How much there was. */
    Uni<Integer> of(Subject subject, Set<String> contactRefs) {
        Set<String> keys = new TreeSet<>(subject.keys());
        contactRefs.forEach(ref -> keys.add(EventKey.ofContactPoint(ref)));
        return signUps.at(contactRefs)
                .chain(asked -> alerts.of(subject.customerIds()).map(wanted -> asked + wanted))
                .chain(rows -> answeredCalls.about(keys).map(answered -> rows.intValue() + answered));
    }
}
