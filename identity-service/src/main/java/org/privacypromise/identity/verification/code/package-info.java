/** The codes that people type. */
@NullMarked
package org.privacypromise.identity.verification.code;

import org.jspecify.annotations.NullMarked;
