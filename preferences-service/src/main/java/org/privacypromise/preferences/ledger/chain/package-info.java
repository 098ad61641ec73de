/** How records hang together, and what is signed over them: docs/ledger.md in code. */
@NullMarked
package org.privacypromise.preferences.ledger.chain;

import org.jspecify.annotations.NullMarked;
