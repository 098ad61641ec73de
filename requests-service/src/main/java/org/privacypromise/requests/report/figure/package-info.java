/** From what happened to the numbers that tell of it. Pure. */
@NullMarked
package org.privacypromise.requests.report.figure;

import org.jspecify.annotations.NullMarked;
