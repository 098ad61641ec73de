package org.privacypromise.preferences.guest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** What somebody has asked for at their contact points and can still confirm. */
@ApplicationScoped
public class SignUps {

    private final PendingOptInRepository pendingOptIns;

    SignUps(PendingOptInRepository pendingOptIns) {
        this.pendingOptIns = pendingOptIns;
    }

    /** In the caller's session. */
    public Uni<List<PendingOptIn>> at(Collection<String> contactRefs) {
        return contactRefs.isEmpty() ? Uni.createFrom().item(List.of()) : pendingOptIns.of(contactRefs);
    }
}
