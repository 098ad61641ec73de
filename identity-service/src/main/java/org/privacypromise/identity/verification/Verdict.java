package org.privacypromise.identity.verification;

/** What screening thinks of an attempt. */
enum Verdict {
    ALLOW,
    REVIEW,
    /** No code is sent; to whoever asked it looks as if one was. */
    DENY
}
