/** What a privacy notice says, how two of them differ, and what a new one means for choices made before an older one. */
@NullMarked
package org.privacypromise.preferences.purpose.notice;

import org.jspecify.annotations.NullMarked;
