/** Screenings: one verdict for each thing that is screened, with its reasons. */
@NullMarked
package org.privacypromise.fraudcheck.assessment;

import org.jspecify.annotations.NullMarked;
