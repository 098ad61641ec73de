/** How verifications ended, as identity-service has told; a fact is kept whether or not its request is known yet. */
@NullMarked
package org.privacypromise.requests.verification;

import org.jspecify.annotations.NullMarked;
