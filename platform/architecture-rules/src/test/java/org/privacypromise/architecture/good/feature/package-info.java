/** The same needs, met as the rules ask. */
@NullMarked
package org.privacypromise.architecture.good.feature;

import org.jspecify.annotations.NullMarked;
