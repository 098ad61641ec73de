package org.privacypromise.local;

/** Told what happens while a stack starts or stops, in sentences for the person who waits. Called from any thread. */
@FunctionalInterface
public interface Progress {

    void say(String line);

    /** Says it on the console. */
    static Progress console() {
        return System.out::println;
    }
}
