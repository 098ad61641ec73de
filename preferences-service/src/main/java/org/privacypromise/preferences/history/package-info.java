/** What somebody's choices said on a day that is over, and why. */
@NullMarked
package org.privacypromise.preferences.history;

import org.jspecify.annotations.NullMarked;
