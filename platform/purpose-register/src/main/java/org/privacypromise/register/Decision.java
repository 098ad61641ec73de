package org.privacypromise.register;

/**
 * Marks what the source notice leaves open. Only the controller can fill it in; nothing is assumed until then.
 *
 * @param question what has to be decided, in plain words for operators
 */
public record Decision(Text question) {}
