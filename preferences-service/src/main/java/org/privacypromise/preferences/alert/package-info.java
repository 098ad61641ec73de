/** "Tell me when it is back": one message for one request, whatever the customer has chosen about marketing. */
@NullMarked
package org.privacypromise.preferences.alert;

import org.jspecify.annotations.NullMarked;
