/** Objections to direct marketing: carried out at once and without proof of who asks, for a no is always easy (Art. 21(3)). */
@NullMarked
package org.privacypromise.requests.objection;

import org.jspecify.annotations.NullMarked;
