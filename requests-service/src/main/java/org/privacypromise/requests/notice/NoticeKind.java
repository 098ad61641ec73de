package org.privacypromise.requests.notice;

/** What a person is told about a request. Each is told once, unless it says otherwise. */
public enum NoticeKind {
    /** We have it, and by when it is answered. */
    RECEIVED,
    /** The contact point is a customer's: sign in, and the same request goes on. */
    SIGN_IN_NEEDED,
    /** The package can be fetched. */
    READY,
    /** What is erased, what is kept, under which law and until when. */
    ERASURE_REPORT,
    /** Refused, why, and to whom to complain. */
    REFUSED,
    /** It takes longer, why, and until when. */
    EXTENDED,
    /** A question without whose answer it cannot be answered. */
    CLARIFICATION_ASKED,
    /** More is needed to be sure who asks, and why. */
    IDENTITY_ASKED
}
