/** The document in which a system hands over what it holds about a person. */
@NullMarked
package org.privacypromise.requests.document;

import org.jspecify.annotations.NullMarked;
