@NullMarked
package org.privacypromise.preferences.language;

import org.jspecify.annotations.NullMarked;
