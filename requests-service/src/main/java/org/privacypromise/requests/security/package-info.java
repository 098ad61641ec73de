/** Who is asking, and how surely. */
@NullMarked
package org.privacypromise.requests.security;

import org.jspecify.annotations.NullMarked;
