/** Which steps a request may take. Pure: one table says it all, and {@code lifecycle.mermaid} shows it. */
@NullMarked
package org.privacypromise.requests.lifecycle.step;

import org.jspecify.annotations.NullMarked;
