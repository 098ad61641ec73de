/** Calls that may be repeated with the same Idempotency-Key, and have their effect once. */
@NullMarked
package org.privacypromise.preferences.idempotency;

import org.jspecify.annotations.NullMarked;
