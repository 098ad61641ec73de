/** Answers a body line by line while it comes, however long it is. */
@NullMarked
package org.privacypromise.preferences.ndjson;

import org.jspecify.annotations.NullMarked;
