/** What this service itself holds about a subject: their requests, and the packages that are not shredded yet. */
@NullMarked
package org.privacypromise.requests.subjecttask;

import org.jspecify.annotations.NullMarked;
