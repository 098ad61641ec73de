package org.privacypromise.register;

/** A way to reach a customer, such as {@code email}. */
public record Channel(String key, Text name) {}
