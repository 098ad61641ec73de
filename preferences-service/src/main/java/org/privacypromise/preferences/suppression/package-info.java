@NullMarked
package org.privacypromise.preferences.suppression;

import org.jspecify.annotations.NullMarked;
