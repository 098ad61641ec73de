/** The same needs, met as the rules ask. */
@NullMarked
package org.privacypromise.architecture.good.logic;

import org.jspecify.annotations.NullMarked;
