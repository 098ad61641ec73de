package org.privacypromise.register;

/** A kind of personal data: its key in the fideslang taxonomy, such as {@code user.contact.email}, and plain words. */
public record DataCategory(String key, Text name) {}
