package org.privacypromise.requests.notice;

/** How far a mail has come. */
public enum NoticeState {
    /** Not yet with the recipient's mail server; it is tried until it is. */
    QUEUED,
    /** The recipient's mail server has taken it. */
    ACCEPTED,
    /** There is no address, or the mail server has refused it for good. */
    UNDELIVERABLE
}
