package org.privacypromise.subjecttasks;

/** requests-service did not take the data. */
sealed class UploadException extends PlainException {

    private static final long serialVersionUID = 1;

    UploadException(String message) {
        super(message);
    }

    /** Nobody waits for the data any more. */
    static final class Closed extends UploadException {

        private static final long serialVersionUID = 1;

        Closed() {
            super("the task is closed");
        }
    }

    /** An earlier attempt got through, and the data has changed since: what was uploaded first counts. */
    static final class Repeated extends UploadException {

        private static final long serialVersionUID = 1;

        private final String digest;

        Repeated(String digest) {
            super("there is an upload already");
            this.digest = digest;
        }

        String digest() {
            return digest;
        }
    }
}
