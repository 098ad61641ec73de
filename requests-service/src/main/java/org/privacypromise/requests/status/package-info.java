/** What is open and until when, counted a few times a minute: as metrics, and in words for operators. */
@org.jspecify.annotations.NullMarked
package org.privacypromise.requests.status;
