package org.privacypromise.faults;

/** Orders what happens in this process: what ends before something else begins has the smaller number. */
final class SharedClock {

    private static final long START = System.nanoTime();

    private SharedClock() {}

    static long now() {
        return System.nanoTime() - START;
    }
}
