/** When a mail that was not taken is tried again, and when no more. */
@NullMarked
package org.privacypromise.identity.mail.delivery;

import org.jspecify.annotations.NullMarked;
