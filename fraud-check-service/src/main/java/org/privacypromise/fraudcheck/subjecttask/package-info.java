/** What this service itself holds about a person: told on request, and forgotten. */
@NullMarked
package org.privacypromise.fraudcheck.subjecttask;

import org.jspecify.annotations.NullMarked;
