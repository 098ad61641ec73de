/** What is somebody else's in an answer, found and taken out by two persons (GDPR Art. 15(4)), and the log of that. */
@NullMarked
package org.privacypromise.requests.redaction;

import org.jspecify.annotations.NullMarked;
