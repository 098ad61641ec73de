/** What people may do with a request. Pure: it follows from where the request stands. */
@NullMarked
package org.privacypromise.requests.desk.step;

import org.jspecify.annotations.NullMarked;
