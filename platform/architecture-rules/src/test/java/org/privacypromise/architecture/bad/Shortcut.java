package org.privacypromise.architecture.bad;

class Shortcut {
    private String status = "open";

    void close() {
        status = "closed";
    }

    String status() {
        return status;
    }
}
