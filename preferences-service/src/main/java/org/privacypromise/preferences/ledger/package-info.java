@NullMarked
package org.privacypromise.preferences.ledger;

import org.jspecify.annotations.NullMarked;
