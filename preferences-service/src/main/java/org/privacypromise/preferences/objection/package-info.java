/** Objections to direct marketing that were made elsewhere, as a data-subject request (GDPR Art. 21(2) and (3)). */
@NullMarked
package org.privacypromise.preferences.objection;

import org.jspecify.annotations.NullMarked;
