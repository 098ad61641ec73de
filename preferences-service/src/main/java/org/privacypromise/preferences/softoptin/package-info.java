/** Marketing of similar goods to somebody who bought and did not say no (ePrivacy Directive Art. 13(2)). */
@NullMarked
package org.privacypromise.preferences.softoptin;

import org.jspecify.annotations.NullMarked;
