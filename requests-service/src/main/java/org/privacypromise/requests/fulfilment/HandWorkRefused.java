package org.privacypromise.requests.fulfilment;

import org.privacypromise.frame.ProblemException;
import org.privacypromise.frame.ProblemType;

/** What goes wrong when people do tasks, and what they can do about it. */
final class HandWorkRefused {

    static final ProblemType NOT_WITH_YOU = new ProblemType("task-not-with-you", 409, "This is not yours to do now");
    static final ProblemType NOT_TRUE = new ProblemType("task-answer-not-true", 422, "This cannot be true of the task");

    private HandWorkRefused() {}

    static ProblemException malformed(String remedy) {
        return new ProblemException(ProblemType.MALFORMED, remedy);
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Check the address and the ID in it.");
    }

    static ProblemException notWithYou() {
        return new ProblemException(
                NOT_WITH_YOU,
                "Answer a task only while people have to do it. Read it to see where it is; take it over first if a"
                        + " system has it.");
    }

    static ProblemException nothingToConfirm() {
        return new ProblemException(NOT_WITH_YOU, "Nothing waits for a second person here. Read the task.");
    }

    static ProblemException settled() {
        return new ProblemException(NOT_WITH_YOU, "The task is done, or was closed. Nothing is left to do about it.");
    }

    /** @param why never with anything personal in it */
    static ProblemException notTrue(String why) {
        return new ProblemException(NOT_TRUE, "Correct what you say was done: " + why + ".");
    }
}
