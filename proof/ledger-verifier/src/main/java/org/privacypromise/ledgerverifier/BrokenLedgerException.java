package org.privacypromise.ledgerverifier;

/** The ledger is not what was signed; says where that shows first, and how. */
final class BrokenLedgerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenLedgerException(String message) {
        super(message);
    }

    BrokenLedgerException(long line, String message) {
        super("line " + line + ": " + message);
    }
}
