/** What this service holds about somebody: to hand over, and to erase. */
@NullMarked
package org.privacypromise.identity.subjecttask;

import org.jspecify.annotations.NullMarked;
