package org.privacypromise.requests.desk.step;

/** What people can do with a request. */
public enum DeskStep {
    /** Say who looks after it. */
    ASSIGN,
    /** Write down something for colleagues. */
    NOTE,
    /** Ask which data or processing is meant, because it cannot be answered otherwise. */
    ASK_CLARIFICATION,
    /** Note what was answered to that. */
    TAKE_CLARIFICATION,
    /** Ask for more about who asks, because of real doubts (GDPR Art. 12(6)). */
    ASK_IDENTITY,
    /** Note what was answered to that. */
    TAKE_IDENTITY,
    /** Take the longer time of the law, with reasons (GDPR Art. 12(3)). */
    EXTEND,
    /** Propose, or decide where one person may, that it is granted. */
    PROPOSE_GRANT,
    /** Propose that it is refused (GDPR Art. 12(4) and (5)). */
    PROPOSE_REFUSAL,
    /** Decide on what a colleague has proposed. */
    DECIDE
}
