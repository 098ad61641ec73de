/** How often something may happen. */
@NullMarked
package org.privacypromise.identity.budget.rate;

import org.jspecify.annotations.NullMarked;
