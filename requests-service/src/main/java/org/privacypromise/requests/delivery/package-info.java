/** The answer to a request for access: the package, how it is made, fetched, and shredded. */
@NullMarked
package org.privacypromise.requests.delivery;

import org.jspecify.annotations.NullMarked;
