/** The words in which rules speak of what is known, and their values in one screening. */
@NullMarked
package org.privacypromise.fraudcheck.signal.value;

import org.jspecify.annotations.NullMarked;
