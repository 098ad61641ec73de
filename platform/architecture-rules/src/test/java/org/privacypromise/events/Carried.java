package org.privacypromise.events;

/** Stands for an event contract. */
public record Carried() {}
