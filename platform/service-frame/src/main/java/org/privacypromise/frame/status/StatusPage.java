package org.privacypromise.frame.status;

import java.util.Optional;
import java.util.function.Function;

/** A part of {@code /q/privacy}. It names nobody: IDs of requests and names of systems, counts and days. */
public interface StatusPage {

    /** Its address below {@code /q/privacy/}. */
    String name();

    /**
     * What it is now, as lines of text. Called on the event loop: answers from what was counted before.
     *
     * @param option the query's parameters by name
     * @throws IllegalArgumentException if one of them is none that it understands; the message says which would be
     */
    String print(Function<String, Optional<String>> option);
}
