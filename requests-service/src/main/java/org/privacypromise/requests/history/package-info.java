/** Who of the staff looked at whose request and did what to it, and what for: the customers can see it. */
@NullMarked
package org.privacypromise.requests.history;

import org.jspecify.annotations.NullMarked;
