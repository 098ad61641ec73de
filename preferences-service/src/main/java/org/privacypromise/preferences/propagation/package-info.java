@NullMarked
package org.privacypromise.preferences.propagation;

import org.jspecify.annotations.NullMarked;
