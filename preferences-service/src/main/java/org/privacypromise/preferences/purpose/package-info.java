@NullMarked
package org.privacypromise.preferences.purpose;

import org.jspecify.annotations.NullMarked;
