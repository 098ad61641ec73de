/** Public sources that screening looks at, each with its version, origin and expiry. */
@NullMarked
package org.privacypromise.fraudcheck.source;

import org.jspecify.annotations.NullMarked;
