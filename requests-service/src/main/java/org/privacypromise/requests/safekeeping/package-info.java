/** Large personal content, encrypted in small rows: what systems hand over, and the package that is made of it. */
@NullMarked
package org.privacypromise.requests.safekeeping;

import org.jspecify.annotations.NullMarked;
