/** How often and how long a code may be answered, and how that ends. */
@NullMarked
package org.privacypromise.identity.verification.challenge;

import org.jspecify.annotations.NullMarked;
