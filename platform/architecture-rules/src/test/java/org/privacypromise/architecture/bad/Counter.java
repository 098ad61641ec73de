package org.privacypromise.architecture.bad;

class Counter {
    long millis() {
        return System.currentTimeMillis();
    }
}
