package org.privacypromise.preferences;

/** Stands for the code of another service. */
public record Borrowed() {}
