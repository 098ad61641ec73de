/** Messages that were sent in spite of a no. */
@NullMarked
package org.privacypromise.preferences.leak;

import org.jspecify.annotations.NullMarked;
