@NullMarked
package org.privacypromise.preferences.unsubscribe;

import org.jspecify.annotations.NullMarked;
