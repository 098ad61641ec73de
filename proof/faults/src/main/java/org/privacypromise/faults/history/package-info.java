@NullMarked
package org.privacypromise.faults.history;

import org.jspecify.annotations.NullMarked;
