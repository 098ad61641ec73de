/** Code that breaks the rules, one class for each. */
@NullMarked
package org.privacypromise.architecture.bad.egg;

import org.jspecify.annotations.NullMarked;
