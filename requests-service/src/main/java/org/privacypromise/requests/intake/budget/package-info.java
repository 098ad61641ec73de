/** How much one address may ask for. Pure. */
@NullMarked
package org.privacypromise.requests.intake.budget;

import org.jspecify.annotations.NullMarked;
