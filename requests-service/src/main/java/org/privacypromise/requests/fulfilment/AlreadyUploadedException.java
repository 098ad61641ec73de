package org.privacypromise.requests.fulfilment;

/** The task has data already, and this is other data. */
final class AlreadyUploadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sha256;

    /** @param sha256 of the data that was taken before */
    AlreadyUploadedException(String sha256) {
        // An expected answer, not a defect: no stack trace is worth its cost.
        super("the task has other data already", null, false, false);
        this.sha256 = sha256;
    }

    String sha256() {
        return sha256;
    }
}
