/** Checks an exported ledger as docs/ledger.md describes it. Written for itself: it shares no code with who wrote it. */
@NullMarked
package org.privacypromise.ledgerverifier;

import org.jspecify.annotations.NullMarked;
