/** Code that breaks the rules, one class for each. */
@NullMarked
package org.privacypromise.architecture.bad.chicken;

import org.jspecify.annotations.NullMarked;
