/** A request and its way from receipt to answer; the only state machine there is. */
@NullMarked
package org.privacypromise.requests.lifecycle;

import org.jspecify.annotations.NullMarked;
