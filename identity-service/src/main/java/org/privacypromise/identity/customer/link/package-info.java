/** What decides whether an account may be linked, and when a link that did not take effect is tried again. */
@NullMarked
package org.privacypromise.identity.customer.link;

import org.jspecify.annotations.NullMarked;
