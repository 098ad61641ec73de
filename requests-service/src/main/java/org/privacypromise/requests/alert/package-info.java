/** How much of their time open requests have used up: stored for the desk, and counted for operators. */
@NullMarked
package org.privacypromise.requests.alert;

import org.jspecify.annotations.NullMarked;
