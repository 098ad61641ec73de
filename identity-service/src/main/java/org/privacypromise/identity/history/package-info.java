/** Who tried to prove to be whom: for the customer whose name it was tried in. */
@NullMarked
package org.privacypromise.identity.history;

import org.jspecify.annotations.NullMarked;
