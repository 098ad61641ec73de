/** Keyed hashes that this service alone can make and check. */
@NullMarked
package org.privacypromise.identity.seal;

import org.jspecify.annotations.NullMarked;
