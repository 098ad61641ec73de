/** What people may do with a request, and how urgent it is. Pure: everything follows from where the request stands. */
@NullMarked
package org.privacypromise.requests.desk.step;

import org.jspecify.annotations.NullMarked;
