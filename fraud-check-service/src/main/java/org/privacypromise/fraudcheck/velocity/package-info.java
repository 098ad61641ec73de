/** How often something was tried from where, for whom: under keyed references that name nobody, for thirty days. */
@NullMarked
package org.privacypromise.fraudcheck.velocity;

import org.jspecify.annotations.NullMarked;
