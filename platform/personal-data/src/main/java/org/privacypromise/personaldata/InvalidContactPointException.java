package org.privacypromise.personaldata;

/** What was typed is not a contact point; the message says what to correct and never repeats what was typed. */
public final class InvalidContactPointException extends IllegalArgumentException {

    InvalidContactPointException(String whatToDo) {
        super(whatToDo);
    }
}
