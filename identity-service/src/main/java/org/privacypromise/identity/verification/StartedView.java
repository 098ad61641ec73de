package org.privacypromise.identity.verification;

import java.time.Instant;
import java.util.UUID;
import org.privacypromise.identity.verification.code.Code;

/**
 * A code is on its way. The same whether anybody is known by the contact point, and whether anything is sent at all.
 *
 * @param expiresAt until when it can be answered
 */
record StartedView(UUID verificationId, Instant expiresAt, int codeLength) {

    static StartedView from(Verification verification) {
        return new StartedView(verification.id, verification.expiresAt, Code.LENGTH);
    }
}
