/** Whether something may be sent to somebody now, for one message or for a million. */
@NullMarked
package org.privacypromise.preferences.sendcheck;

import org.jspecify.annotations.NullMarked;
