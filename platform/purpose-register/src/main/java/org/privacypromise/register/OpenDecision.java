package org.privacypromise.register;

/** A {@link Decision} and the field of the register that waits for it, as {@code purposes[competitions].legal-basis}. */
public record OpenDecision(String field, Decision decision) {}
