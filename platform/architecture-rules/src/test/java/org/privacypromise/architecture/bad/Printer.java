package org.privacypromise.architecture.bad;

class Printer {
    void print() {
        System.out.println("e-mail address");
    }
}
