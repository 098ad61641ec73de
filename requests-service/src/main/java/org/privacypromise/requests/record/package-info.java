/** The record of processing (GDPR Art. 30), from the register that all services follow and from what really happened. */
@NullMarked
package org.privacypromise.requests.record;

import org.jspecify.annotations.NullMarked;
