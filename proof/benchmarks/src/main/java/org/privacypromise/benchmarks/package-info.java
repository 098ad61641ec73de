@NullMarked
package org.privacypromise.benchmarks;

import org.jspecify.annotations.NullMarked;
