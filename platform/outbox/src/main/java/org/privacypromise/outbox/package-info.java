@NullMarked
package org.privacypromise.outbox;

import org.jspecify.annotations.NullMarked;
