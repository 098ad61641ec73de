package org.privacypromise.requests.notice;

import java.util.Locale;

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
    IDENTITY_ASKED,
    /** What could be done, what could not, and why. */
    ANSWERED_IN_PART,
    /** What a law made us keep after an erasure is erased by now. May come several times. */
    RELEASED,
    /** It is done, where that is all there is to say. */
    GRANTED;

    /** The name of its template. */
    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
