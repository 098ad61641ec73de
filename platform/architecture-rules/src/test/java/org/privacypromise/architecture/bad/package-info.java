/** Code that breaks the rules, one class for each. */
@NullMarked
package org.privacypromise.architecture.bad;

import org.jspecify.annotations.NullMarked;
