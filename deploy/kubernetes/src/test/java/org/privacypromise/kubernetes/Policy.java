package org.privacypromise.kubernetes;

import java.util.function.Function;
import java.util.stream.Stream;

/** What every overlay must be: each fault is a sentence that names file and field. */
record Policy(String name, Function<Overlay, Stream<String>> faults) {

    /** One that looks at each resource of a kind by itself. */
    static Policy each(String kind, String name, Function<Resource, Stream<String>> faults) {
        return new Policy(name, overlay -> overlay.all(kind).flatMap(faults));
    }
}
