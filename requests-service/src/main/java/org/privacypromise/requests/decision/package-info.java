/** What the privacy team decides about single requests: longer time, questions, refusals, and what it has weighed. */
@NullMarked
package org.privacypromise.requests.decision;

import org.jspecify.annotations.NullMarked;
