package org.privacypromise.architecture.good.feature;

import java.time.Clock;

class CommandLine {
    public static void main(String[] args) {
        new Choose(Clock.systemUTC());
    }
}
