/** Whether a request may be fraud: fraud-check-service looks, and a person decides where it found something. */
@NullMarked
package org.privacypromise.requests.screening;

import org.jspecify.annotations.NullMarked;
