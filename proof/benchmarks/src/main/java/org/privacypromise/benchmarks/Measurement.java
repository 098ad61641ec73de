package org.privacypromise.benchmarks;

import java.util.List;
import org.privacypromise.benchmarks.protocol.Result;

/** One benchmark. */
interface Measurement {

    /** What it is called on the command line. */
    String name();

    /** Measures all of it, from warm-up to the last round. */
    List<Result> run(Bench bench, Population population);
}
