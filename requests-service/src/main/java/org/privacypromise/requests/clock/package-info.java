/** The statutory clock as the service uses it: with the world's public holidays, and open to everybody over HTTP. */
@NullMarked
package org.privacypromise.requests.clock;

import org.jspecify.annotations.NullMarked;
