/** The end of our own records of requests, once nobody can call us to account for them any more. */
@NullMarked
package org.privacypromise.requests.retention;

import org.jspecify.annotations.NullMarked;
