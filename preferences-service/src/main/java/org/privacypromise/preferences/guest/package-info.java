/** Choices of somebody who is not signed in, and the double opt-in by which they confirm them from their mailbox. */
@NullMarked
package org.privacypromise.preferences.guest;

import org.jspecify.annotations.NullMarked;
