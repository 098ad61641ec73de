package org.privacypromise.register;

/** A name under which the retailer speaks to customers, with choices of its own. */
public record Brand(String key, Text name) {}
