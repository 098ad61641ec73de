@NullMarked
package org.privacypromise.benchmarks.protocol;

import org.jspecify.annotations.NullMarked;
