/** What the systems that hold personal data must do for a request. */
@NullMarked
package org.privacypromise.requests.fulfilment;

import org.jspecify.annotations.NullMarked;
