/** How much time is left. */
@org.jspecify.annotations.NullMarked
package org.privacypromise.requests.status.due;
