/** Who of the staff looked at whose evidence. */
@NullMarked
package org.privacypromise.preferences.access;

import org.jspecify.annotations.NullMarked;
