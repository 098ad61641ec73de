/** What is counted, over which time, and when two attempts count as of one origin. */
@NullMarked
package org.privacypromise.fraudcheck.velocity.count;

import org.jspecify.annotations.NullMarked;
