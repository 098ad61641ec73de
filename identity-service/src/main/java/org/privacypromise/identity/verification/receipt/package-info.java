/** The signed proof that somebody answered a code. */
@NullMarked
package org.privacypromise.identity.verification.receipt;

import org.jspecify.annotations.NullMarked;
