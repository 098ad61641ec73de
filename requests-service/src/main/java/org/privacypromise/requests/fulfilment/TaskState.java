package org.privacypromise.requests.fulfilment;

/** How far a task is. */
public enum TaskState {
    /** Its stage has not come yet. */
    PLANNED,
    /** The system is at work. */
    ISSUED,
    /** The system has done it, or holds nothing. */
    ANSWERED,
    /** The system says that a person has to look. */
    FAILED
}
