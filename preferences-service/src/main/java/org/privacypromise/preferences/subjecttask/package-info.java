@NullMarked
package org.privacypromise.preferences.subjecttask;

import org.jspecify.annotations.NullMarked;
