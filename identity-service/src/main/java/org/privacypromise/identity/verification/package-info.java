/** Proof that somebody reads what is sent to a contact point: a code by mail, its answer, and the receipt. */
@NullMarked
package org.privacypromise.identity.verification;

import org.jspecify.annotations.NullMarked;
