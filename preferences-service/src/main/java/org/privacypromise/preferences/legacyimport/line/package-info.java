@NullMarked
package org.privacypromise.preferences.legacyimport.line;

import org.jspecify.annotations.NullMarked;
