package org.privacypromise.preferences.legacyimport;

/** Where an import is. */
enum ImportState {
    /** Lines are coming in; or the upload was cut off, and can be resumed. */
    RECEIVING,
    /** All lines are here. */
    RECEIVED,
    /** Lines are being applied, or checked in a dry run. */
    RUNNING,
    /** A dry run is over; the lines are kept for a while, to be applied without another upload. */
    CHECKED,
    DONE,
    /** A line could not be applied; what came before it is done. It is put aside, and tried again a minute later. */
    FAILED,
    /** It was given up before it was applied. */
    ABANDONED
}
