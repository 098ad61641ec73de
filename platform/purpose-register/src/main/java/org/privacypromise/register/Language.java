package org.privacypromise.register;

/** A language that texts may be written in: BCP 47 tag, and its name in itself. */
public record Language(String tag, String name) {}
