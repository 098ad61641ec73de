package org.privacypromise.register;

/**
 * A purpose in the words of the notice.
 *
 * @param what what we do
 * @param why why we do it
 * @param legal why we need to do it: the legal stuff
 */
public record Explanation(Text name, Text what, Text why, Text legal) {}
