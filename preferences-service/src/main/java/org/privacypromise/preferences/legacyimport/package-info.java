/** Consents of the time before the suite, in bulk. */
@NullMarked
package org.privacypromise.preferences.legacyimport;

import org.jspecify.annotations.NullMarked;
