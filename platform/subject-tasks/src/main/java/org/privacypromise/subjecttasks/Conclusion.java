package org.privacypromise.subjecttasks;

/** Why there is nothing left to do about a task. */
enum Conclusion {
    ANSWERED,
    /** What is asked is not known here; a person has to look. */
    REFUSED,
    /** requests-service does not want the answer any more. */
    CLOSED
}
