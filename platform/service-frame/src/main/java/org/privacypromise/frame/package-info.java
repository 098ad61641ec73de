@NullMarked
package org.privacypromise.frame;

import org.jspecify.annotations.NullMarked;
