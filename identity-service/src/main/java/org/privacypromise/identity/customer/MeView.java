package org.privacypromise.identity.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacypromise.personaldata.ContactPoint;

/**
 * What we know about whoever is signed in.
 *
 * @param customerId absent while the account is not linked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeView(boolean linked, @Nullable String customerId, List<KnownContactPoint> contactPoints, List<LogOn> logOns) {

    static final MeView NOT_LINKED = new MeView(false, null, List.of(), List.of());

    /** @param masked enough to recognise one's own */
    record KnownContactPoint(ContactPoint.Kind kind, String masked, boolean verified) {}

    /** @param effective whether a refreshed token of this log-on names the customer */
    record LogOn(Instant linkedAt, boolean effective) {}
}
