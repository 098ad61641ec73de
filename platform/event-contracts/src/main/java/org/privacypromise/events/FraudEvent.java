package org.privacypromise.events;

/** What fraud-check-service publishes. */
public sealed interface FraudEvent extends Event permits ScreeningConcluded {}
