/** What is wrong in somebody's data and what is right (GDPR Art. 16): given by the person, kept encrypted, fetched by systems. */
@NullMarked
package org.privacypromise.requests.rectification;

import org.jspecify.annotations.NullMarked;
