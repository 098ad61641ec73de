/** How much one address may ask of us, counted in memory. */
@NullMarked
package org.privacypromise.frame.budget;

import org.jspecify.annotations.NullMarked;
