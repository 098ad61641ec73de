/** Where people work on requests: the queue, one request, and the steps that the law leaves to people. */
@NullMarked
package org.privacypromise.requests.desk;

import org.jspecify.annotations.NullMarked;
