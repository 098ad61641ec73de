@NullMarked
package org.privacypromise.faults;

import org.jspecify.annotations.NullMarked;
