package org.privacypromise.requests.notice;

import org.privacypromise.requests.clock.law.Right;

/** What somebody asks for, within a sentence. */
public final class RightInWords {

    private RightInWords() {}

    public static String of(Right right) {
        return switch (right) {
            case ACCESS -> "a copy of your data";
            case ERASURE -> "the erasure of your data";
            case RECTIFICATION -> "the correction of your data";
            case RESTRICTION -> "a stop to the use of your data";
            case RESTRICTION_LIFTING -> "the end of the stop to the use of your data";
            case PORTABILITY -> "your data in a form for programs";
            case OBJECTION -> "an end to a use of your data that you object to";
            case MARKETING_OBJECTION -> "an end to advertising";
            case HUMAN_REVIEW -> "a person's look at an automated decision";
            case COMPLAINT -> "an answer to your complaint";
        };
    }
}
