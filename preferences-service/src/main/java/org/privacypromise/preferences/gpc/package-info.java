/** Global Privacy Control: a browser's signal that its user does not want to be followed across sites. */
@NullMarked
package org.privacypromise.preferences.gpc;

import org.jspecify.annotations.NullMarked;
