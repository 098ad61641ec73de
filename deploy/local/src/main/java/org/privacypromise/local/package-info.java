/** The suite on one machine: each part a process of its own, started, watched and stopped by {@link LocalStack}. */
@NullMarked
package org.privacypromise.local;

import org.jspecify.annotations.NullMarked;
