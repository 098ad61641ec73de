/** How requests come in, are looked at by whoever made them, go on, and are taken back. */
@NullMarked
package org.privacypromise.requests.intake;

import org.jspecify.annotations.NullMarked;
