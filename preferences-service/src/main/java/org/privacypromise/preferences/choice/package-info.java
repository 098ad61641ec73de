@NullMarked
package org.privacypromise.preferences.choice;

import org.jspecify.annotations.NullMarked;
