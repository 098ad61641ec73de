/** A feature that uses the logic of another, and is used by it. */
@NullMarked
package org.privacypromise.architecture.good.ledger;

import org.jspecify.annotations.NullMarked;
