package org.privacypromise.preferences.sendcheck.verdict;

/**
 * What one subject says about one cell under the notice of today.
 *
 * @param version of the subject's preferences
 * @param chosen whether they decided about it, be it long ago; else it is what holds for those who never did
 * @param newChoiceNeeded whether it is refused only because the notice has changed since
 */
public record Word(long version, boolean chosen, boolean allowed, boolean newChoiceNeeded) {}
