package org.privacypromise.requests.lifecycle;

import org.jspecify.annotations.Nullable;
import org.privacypromise.requests.clock.law.Right;
import org.privacypromise.requests.lifecycle.step.Status;

/**
 * Who asks, and how far they have proven it; which says where a request begins.
 *
 * @param trackingKeyHash SHA-256 of the key with which a guest sees the request again; null if none was given out
 */
public record Claimant(
        @Nullable String customerId, @Nullable String verificationId, byte @Nullable [] trackingKeyHash, Status first) {

    /** A customer of whom we know who they are. */
    public static Claimant known(String customerId) {
        return new Claimant(customerId, null, null, Status.SCREENING);
    }

    /** Somebody in the name of a customer, of whom we do not know that it is they: they are asked to sign in. */
    public static Claimant named(String customerId) {
        return new Claimant(customerId, null, null, Status.AWAITING_SIGN_IN);
    }

    /** Somebody whose verification is under way; without a key if it is not they who type. */
    public static Claimant unproven(String verificationId, byte @Nullable [] trackingKeyHash) {
        return new Claimant(null, verificationId, trackingKeyHash, Status.AWAITING_VERIFICATION);
    }

    /** Whoever is reached at a contact point that they typed: enough for an objection to advertising. */
    public static Claimant anybody(byte[] trackingKeyHash) {
        return new Claimant(null, null, trackingKeyHash, Status.FULFILLING);
    }

    /** Where a request for this right begins: what needs no proof waits for none, once it is known whom it is about. */
    Status firstStatus(Right right) {
        return right.needsProof() || verificationId != null ? first : Status.FULFILLING;
    }
}
