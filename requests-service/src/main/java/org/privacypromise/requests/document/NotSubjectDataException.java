package org.privacypromise.requests.document;

/** The bytes are no such document. The message says where and what would be right, and repeats nothing of them. */
public final class NotSubjectDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSubjectDataException(String message) {
        // An expected answer, not a defect: no stack trace, and no cause that would quote the data.
        super(message, null, false, false);
    }
}
