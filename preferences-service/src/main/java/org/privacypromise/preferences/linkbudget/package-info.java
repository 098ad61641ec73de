/** How often one address may use links that need no sign-in. */
@NullMarked
package org.privacypromise.preferences.linkbudget;

import org.jspecify.annotations.NullMarked;
