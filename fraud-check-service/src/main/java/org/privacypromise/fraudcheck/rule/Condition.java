package org.privacypromise.fraudcheck.rule;

import org.privacypromise.fraudcheck.signal.value.Signals;

/** Something that signals do or do not fulfil. It has no loops: to ask takes a time bounded by its length. */
interface Condition {

    /** @throws ConditionFailedException if it has no answer; one that was compiled from a file hardly ever lacks it */
    boolean holdsFor(Signals signals);

    /** A condition has no answer, such as a sum that is larger than any number. */
    final class ConditionFailedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ConditionFailedException(Throwable cause) {
            super("the condition has no answer", cause);
        }
    }
}
