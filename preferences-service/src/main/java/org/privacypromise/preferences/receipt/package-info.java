/** Consent receipts: the customer's own copy of the evidence (ISO/IEC TS 27560, as JSON-LD in the DPV profile). */
@NullMarked
package org.privacypromise.preferences.receipt;

import org.jspecify.annotations.NullMarked;
