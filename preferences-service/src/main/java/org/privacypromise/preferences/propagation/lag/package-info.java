@NullMarked
package org.privacypromise.preferences.propagation.lag;

import org.jspecify.annotations.NullMarked;
