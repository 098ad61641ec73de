@NullMarked
package org.privacypromise.preferences.choice.matrix;

import org.jspecify.annotations.NullMarked;
