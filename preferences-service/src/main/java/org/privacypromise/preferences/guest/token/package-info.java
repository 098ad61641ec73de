@NullMarked
package org.privacypromise.preferences.guest.token;

import org.jspecify.annotations.NullMarked;
