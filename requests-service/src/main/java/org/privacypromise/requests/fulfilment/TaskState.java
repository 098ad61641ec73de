package org.privacypromise.requests.fulfilment;

/** How far a task is. */
public enum TaskState {
    /** Its stage has not come yet. */
    PLANNED,
    /** The system, or a person in its place, is at work. */
    ISSUED,
    /** As {@link #ISSUED}, for longer than the register gives it: a person has to look. */
    ESCALATED,
    /** The system has done it, or holds nothing. */
    ANSWERED,
    /** The system says that a person has to look. */
    FAILED,
    /** A legal hold forbids it; it goes on when that is lifted. */
    HELD,
    /** A person has closed it undone, for a reason that the person who asked is told. */
    GIVEN_UP
}
