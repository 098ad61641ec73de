package org.privacypromise.register;

/** A text as a customer reads it, with the tag of the language it really is in (for {@code lang=} attributes). */
public record Wording(String language, String text) {}
