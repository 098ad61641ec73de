/** How the requests of a month were answered, in numbers. */
@NullMarked
package org.privacypromise.requests.report;

import org.jspecify.annotations.NullMarked;
