/** The logic of a feature. */
@NullMarked
package org.privacypromise.architecture.good.feature.rule;

import org.jspecify.annotations.NullMarked;
