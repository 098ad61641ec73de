package org.privacypromise.personaldata;

/** A ciphertext was altered, moved from another place, or belongs to another subject. */
public final class UnreadableFieldException extends RuntimeException {

    UnreadableFieldException(FieldCipher.Place place, Throwable cause) {
        super(
                "The field " + place.field() + " of row " + place.row() + " in " + place.table()
                        + " was altered, moved there from elsewhere, or belongs to another subject.",
                cause);
    }
}
