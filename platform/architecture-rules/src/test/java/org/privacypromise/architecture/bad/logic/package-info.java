/** Code that breaks the rules, one class for each. */
@NullMarked
package org.privacypromise.architecture.bad.logic;

import org.jspecify.annotations.NullMarked;
