/** Long lists, page by page. */
@NullMarked
package org.privacypromise.requests.paging;

import org.jspecify.annotations.NullMarked;
