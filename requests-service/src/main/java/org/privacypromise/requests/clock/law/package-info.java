/** Until when the law wants a request answered. Pure: recorded facts, a calendar and the rules go in, a date comes out. */
@NullMarked
package org.privacypromise.requests.clock.law;

import org.jspecify.annotations.NullMarked;
