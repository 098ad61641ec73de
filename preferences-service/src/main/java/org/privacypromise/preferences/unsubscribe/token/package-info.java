@NullMarked
package org.privacypromise.preferences.unsubscribe.token;

import org.jspecify.annotations.NullMarked;
