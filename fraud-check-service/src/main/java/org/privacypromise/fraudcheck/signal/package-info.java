/** What screening looks at, and on what ground it may. */
@NullMarked
package org.privacypromise.fraudcheck.signal;

import org.jspecify.annotations.NullMarked;
