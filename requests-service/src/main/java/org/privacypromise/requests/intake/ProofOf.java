package org.privacypromise.requests.intake;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.privacypromise.events.VerificationConcluded.Purpose;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.verification.Verification;

/**
 * Which code proves enough for which rights. Whoever reads the mail with the code is told what it is for: a code for a
 * copy erases nothing, and the other way round.
 */
final class ProofOf {

    private static final Set<Right> COPIES = EnumSet.of(Right.ACCESS, Right.PORTABILITY);
    private static final Set<Right> ERASURES = EnumSet.of(Right.ERASURE);

    private ProofOf() {}

    /** Whether the code was asked for all of these. */
    static boolean fits(Verification verification, Collection<Right> rights) {
        return verification.isFor(Purpose.RIGHTS_REQUEST)
                || (verification.isFor(Purpose.ACCESS_REQUEST) && COPIES.containsAll(rights))
                || (verification.isFor(Purpose.ERASURE_REQUEST) && ERASURES.containsAll(rights));
    }
}
