package org.privacypromise.events;

/** What identity-service publishes: about a customer, or about an attempt to prove who somebody is. */
public sealed interface IdentityEvent extends Event permits CustomerEvent, VerificationConcluded {}
