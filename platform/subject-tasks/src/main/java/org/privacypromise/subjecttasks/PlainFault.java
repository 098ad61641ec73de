package org.privacypromise.subjecttasks;

/** What may be logged of a fault: messages of others quote data, their kind and place do not. */
final class PlainFault {

    private PlainFault() {}

    static String of(Throwable fault) {
        if (fault instanceof PlainException) {
            return String.valueOf(fault.getMessage());
        }
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
