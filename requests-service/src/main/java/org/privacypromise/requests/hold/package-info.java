/** Legal holds: what must not be erased, because a court, an authority or a claim needs it (GDPR Art. 17(3)(e)). */
@NullMarked
package org.privacypromise.requests.hold;

import org.jspecify.annotations.NullMarked;
