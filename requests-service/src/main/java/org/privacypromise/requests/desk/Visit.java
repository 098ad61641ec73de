package org.privacypromise.requests.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.security.Staff;

/**
 * Somebody of the staff comes to a request.
 *
 * @param purpose what for, as they say in the header; nobody gets any further without one
 * @param ifMatch the version that they have read, for whoever wants to change something
 */
record Visit(
        Staff by,
        UUID request,
        @Nullable String purpose,
        @Nullable String ifMatch) {}
